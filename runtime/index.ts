/**
 * Calls Go modules from Node: `importGo` gives a module object with the exported names of a Go package.
 *
 * @packageDocumentation
 */

import type { ImportOptions } from './import.ts';
import * as loading from './import.ts';
import type { ModuleObject } from './module.ts';
import * as packages from './package.ts';
import { shared } from './registry.ts';
import { scope as runScope } from './scope.ts';
import * as tools from './tools.ts';
import type { GoType, MakeRef, ScalarName } from './types.ts';

export * from '../abi/errors.ts';
/** What `usegolib.config.{ts,mjs,json}` gives: `export default { int64: 'number' } satisfies Config`. */
export type { Config } from '../manifests/project.ts';
export type { ImportOptions } from './import.ts';
export type { Load } from './loads.ts';
export type { ModuleObject } from './module.ts';
export type { GoObject, GoValue } from './object.ts';
export type { GoPackage, Platform } from './package.ts';
export type { RecordRef } from './record.ts';
export { GoTime } from './time.ts';
export type * from './types.ts';

/** All copies of this package in a thread use the first one's. */
const runtime = shared(() => ({ ...loading, ...tools, scope: runScope, loadPackage: packages.loadPackage }));

/**
 * Which type `importGo` gives for an import path. Empty here: `types/register.d.ts` of an artifact adds what its library has.
 *
 * @example
 * declare module 'usegolib' {
 *   interface GoModules { 'github.com/google/uuid': typeof import("./types/go/github.com/google/uuid.js") }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: others add to it
export interface GoModules {}

/** What `importGo` gives for a spec: typed where its path is in `GoModules`, whatever the version. */
export type Imported<Spec extends string> = Spec extends keyof GoModules
  ? GoModules[Spec]
  : Spec extends `${infer Path extends keyof GoModules & string}@${string}`
    ? GoModules[Path]
    : ModuleObject;

/**
 * Imports a Go package, or several from one library. What is not built yet is built now, once.
 *
 * A spec is an import path, with `@version` if need be, or a folder that starts with `./`. Without a version the one that
 * is loaded is followed, then the one that is stored. A process holds one version of a module.
 *
 * @example
 * const uuid = await importGo('github.com/google/uuid')
 * const [semver, humanize] = await importGo(['github.com/Masterminds/semver/v3', 'github.com/dustin/go-humanize@v1.0.1'])
 * const pricing = await importGo('./go/pricing')
 *
 * @throws ArtifactNotFoundError, AmbiguousArtifactError, VersionConflictError, IntegrityError, UnsupportedPlatformError,
 * AbiMismatchError, LoadError, BuildError, ToolchainError
 */
export const importGo: {
  <Spec extends string>(spec: Spec, options?: ImportOptions): Promise<Imported<Spec>>;
  <const Specs extends readonly string[]>(
    specs: Specs,
    options?: ImportOptions,
  ): Promise<{ -readonly [I in keyof Specs]: Imported<Specs[I]> }>;
} = runtime.importGo as never;

/**
 * Loads an artifact from its folder, and gives its first package.
 *
 * @example
 * const uuid = await loadArtifact('./artifacts/github.com/google/uuid@v1.6.0/linux-amd64')
 */
export const loadArtifact: typeof loading.loadArtifact = runtime.loadArtifact;

/** Loads the library of an npm package that `usegolib package` wrote. Only such packages call it. */
export const loadPackage: typeof packages.loadPackage = runtime.loadPackage;

/**
 * A plain copy of all exported fields of a Go object, its elements or its pairs, in one crossing.
 *
 * @example
 * snapshot(url)   // { Scheme: 'https', Host: 'go.dev', … }
 */
export const snapshot: typeof tools.snapshot = runtime.snapshot;

export const scope: typeof runScope = runtime.scope;

/**
 * A value with the name of its Go type, where an interface must carry it; with the class in an array a slice of that type.
 *
 * @example
 * m.Sort(typed(m.IDs, [3, 1, 2]))
 * csv.Marshal(typed([m.Row], [{ Name: 'a' }, { Name: 'b' }])) // a []Row
 */
export const typed: {
  (type: ScalarName, value: unknown): unknown;
  <Input, T>(type: abstract new (value: Input) => T, value: NoInfer<Input>): T;
  <Input>(type: readonly [abstract new (value: Input) => unknown], values: readonly NoInfer<Input>[]): unknown;
} = runtime.typed as never;

/** The value an object points to, `T` instead of `*T`, where Go wants an interface. */
export const deref: typeof tools.deref = runtime.deref;

/**
 * A Go pointer that Go can write to: of a record, whose `value` reads a fresh copy, or of an object.
 *
 * @example
 * const out = ref(m.Config)
 * m.Load('app.toml', out)
 * out.value.Name
 */
export const ref: MakeRef = runtime.ref as never;

/**
 * Memory that Go may write to while the call runs, where Go takes a slice of bytes or numbers: what it wrote is there when
 * the call has ended, whether it returned or threw. Go has a copy meanwhile, and may keep that.
 *
 * @example
 * const buf = new Uint8Array(10)
 * const n = binary.PutUvarint(lend(buf), 300n) // buf.subarray(0, n)
 */
export const lend: typeof tools.lend = runtime.lend;

/**
 * A buffer in Go, where Go wants an `io.Writer`.
 *
 * @example
 * const out = sink()
 * md.Convert('# hi', out)
 * out.text()
 */
export const sink: typeof tools.sink = runtime.sink;

/**
 * Go's `errors.Is`. Without a target: whether it is an error from Go at all.
 *
 * @throws InvalidArgumentError where the target is undefined: the module has no such error.
 *
 * @example
 * if (isGoError(error, m.ErrNotFound)) …
 */
export const isGoError: typeof tools.isGoError = runtime.isGoError;

/**
 * Go's `errors.As`: the live error object with its methods, or undefined.
 *
 * @example
 * asGoError(error, m.types['io/fs'].PathError)?.Path
 */
export const asGoError: <T>(error: unknown, type: GoType<T>) => T | undefined = runtime.asGoError as never;
