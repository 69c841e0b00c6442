/** The fifty things that the Python usegolib can do, each with what does it here and the tests that show it. */
export interface Line {
  /** What the original has. */
  original: string;
  /** The command or call that does it here. */
  here: string;
  /** `file > name of a test`; in a script `file > what it ensures`. */
  tests: readonly string[];
  /** Done, but not in the same way: how, and why. */
  otherwise?: string;
  /** Not there: what is missing. */
  missing?: string;
}

const ours = 'test/parity/original.test.ts';
const script = (name: string, ensures: string) => `test/script/${name}.txtar > ${ensures}`;

export const LINES: readonly Line[] = [
  {
    original: '`import_(module, version, artifact_dir, build_if_missing)`',
    here: '`importGo(spec, { artifactDir, buildIfMissing })`',
    tests: [
      'runtime/import.build.test.ts > is built where that is allowed, again after a change, and not where it is forbidden',
    ],
  },
  {
    original: '`load_artifact(path)`',
    here: '`loadArtifact(path)`',
    tests: ['runtime/verify.build.test.ts > a good artifact is loaded by each of its paths'],
  },
  {
    original: 'the artifact root, `USEGOLIB_ARTIFACT_DIR`, the cache folder of each OS',
    here: '`storeRoot()`, `--out`, `USEGOLIB_ARTIFACT_DIR`, `USEGOLIB_CACHE_DIR`',
    tests: [
      'manifests/cache-root.test.ts > the root is USEGOLIB_ARTIFACT_DIR, or in the cache folder of the system',
      'runtime/import.build.test.ts > is USEGOLIB_ARTIFACT_DIR, may be a link, and artifactDir goes first',
    ],
  },
  {
    original: 'a local module folder, and a folder in it as a package',
    here: "`importGo('./go/pricing')`, `usegolib build ./go/pricing`",
    tests: [script('local-trees', "a package inside a folder's module builds that module, with its own settings")],
  },
  {
    original: 'a package by its import path from its module’s artifact',
    here: "`importGo('example.org/Money/round')`",
    tests: [script('specs', 'a package inside a module finds its module, which is bound whole')],
  },
  {
    original: 'versions: exact, that of the loaded one, ambiguity, one per process',
    here: '`importGo(path)`, `importGo(path@version)`',
    tests: [
      'runtime/import.build.test.ts > the exact one is loaded, then followed by imports without a version',
      'runtime/import.build.test.ts > a second one in the process is a conflict that names both',
      'runtime/find.test.ts > does not choose among versions',
    ],
  },
  {
    original: 'a package follows the loaded module with the longest path',
    here: '`importGo(path)`',
    tests: [
      'runtime/import.build.test.ts > is another module, with its own version',
      'runtime/find.test.ts > tells a module from the one it lies in',
    ],
  },
  {
    original: 'layout `<module>@<version>/<goos>-<goarch>/`',
    here: 'the same, with a folder for each build in it',
    tests: [
      'builder/seal.test.ts > library, declarations and manifest lie in a folder of the fingerprint’s name, which current.json points to',
    ],
  },
  {
    original: 'an index that is atomic, may be stale, never changes what is resolved',
    here: '`current.json` in each home',
    otherwise: 'a pointer beside the builds instead of one index: nothing can be stale',
    tests: [
      'builder/seal.test.ts > a reader in another thread sees the old artifact or the new one, never half of one',
      'runtime/find.test.ts > passes over what is not an artifact',
    ],
  },
  {
    original: '`manifest.json` with the schema',
    here: '`manifest.json`: one line per key, a checksum, the schema',
    otherwise:
      'a format of its own: the original’s types are text, ours are numbered; neither reads the other’s library',
    tests: [
      'manifests/manifest.test.ts > what is printed is read',
      'manifests/manifest.test.ts > when any single bit of it is flipped',
    ],
  },
  {
    original: 'manifest, ABI, platform and SHA-256 are checked before a library is loaded',
    here: '`importGo`, `usegolib cache verify`',
    tests: [
      'runtime/verify.build.test.ts > of another ABI is refused',
      'runtime/verify.build.test.ts > of another target is refused, and says both',
      'runtime/verify.build.test.ts > with one other byte is refused by its hash',
    ],
  },
  {
    original: '`USEGOLIB_GOOS`, `USEGOLIB_GOARCH`',
    here: '`--target <id>`, `USEGOLIB_LIBRARY_PATH`',
    otherwise: 'a build names its target; a process loads for the platform it is, or the library that is named',
    tests: [
      script('targets', 'each target is described as its own files say, by either name, and that all are kept'),
      'test/pack/package.test.ts > takes the folder that USEGOLIB_LIBRARY_PATH names',
    ],
  },
  {
    original: 'remote modules: `@latest`, pinned, the concrete version recorded, from package to module',
    here: '`usegolib build path@query`',
    tests: [
      script('specs', 'a version query becomes a concrete version: the newest, a prefix, a range'),
      script('build-remote', 'a package inside a module finds its module'),
    ],
  },
  {
    original: '`@version` syntax, and an error where two versions meet',
    here: '`path@version`',
    tests: [
      script('usage', 'a spec which is nonsense is refused before anything runs, with what was probably meant'),
      script(
        'build-errors',
        'two specs which need different versions of one module are told so, with the pair that fits',
      ),
    ],
  },
  {
    original: 'local builds: version `local`, a fingerprint of the inputs, a rebuild on change',
    here: "`importGo('./folder')`",
    tests: [
      script('local-edit', 'an edit is built by the next import, and that nothing but the edit changed the tree'),
      script('local-edit', 'an embedded file, a new file and one that is gone count as edits'),
    ],
  },
  {
    original: 'reuse, `--force`, a lock between processes with a timeout',
    here: '`usegolib build [--force]`',
    tests: [
      script('reuse', 'what is built is used again without Go, without Zig and without a network'),
      script('local-edit', '--force builds all the same, to the same bytes'),
      'test/stress/artifacts.test.ts > eight processes that want the same unbuilt module build it once, and all get the right answer',
    ],
  },
  {
    original: '`--gomodcache`, `--redownload`',
    here: '`usegolib build --gomodcache <folder> --redownload`',
    tests: [
      script('module-cache', "Go's module cache is the one that is named, and that it is filled"),
      script('module-cache', "--redownload builds anew with an empty module cache, and leaves the user's alone"),
    ],
  },
  {
    original: 'Zig: by environment, on PATH, or downloaded and verified into the cache',
    here: '`usegolib toolchain`, `USEGOLIB_ZIG`, `USEGOLIB_ZIG_DOWNLOAD`',
    tests: [
      'builder/toolchain/zig.test.ts > a Zig that is named on purpose is used, whatever its version',
      'builder/toolchain/zig.test.ts > Zig on PATH is used where it has the version that was tested',
      'builder/toolchain/provision-zig.test.ts > an official archive is unpacked once, the archive itself not kept',
    ],
  },
  {
    original: 'a hint where Go is missing, patience with the network, `GOPROXY=direct` at last',
    here: 'Go is provisioned; `usegolib doctor`; downloads are tried three times',
    tests: [
      'builder/resolve/patience.build.test.ts > a proxy that fails for a moment is asked again',
      script('build-errors', 'a module without a network is an error about the network'),
      script('doctor', 'each thing which is wrong is named, with the command that mends it'),
    ],
  },
  {
    original: '`internal` packages are left out',
    here: 'skips with a reason: `usegolib inspect`',
    tests: ['bridge-go/gen/golden_test.go > TestGolden', 'bridge-go/gen/reasons_test.go > TestEveryReasonHasAFixture'],
  },
  {
    original: 'the scan: grouped parameters, files, GoDoc, tags, embedding, variadics, generics, variables, methods',
    here: '`usegolib inspect <spec>`',
    tests: [
      script(
        'inspect-local',
        'inspect shows every symbol with both signatures, or why it is skipped: whole, as a reviewer has read it',
      ),
      'bridge-go/gen/docs/docs_test.go > TestIndexFindsEveryDeclaration',
    ],
  },
  {
    original: 'C ABI: `usegolib_call`, `usegolib_free`',
    here: '`ug_call` and others: `abi/ABI.md`',
    otherwise: 'requests and replies share a lane of memory: nothing is allocated for a call, so nothing is freed',
    tests: ['runtime/lane.build.test.ts > shows a reply that did not fit, and its own memory again afterwards'],
  },
  {
    original: 'MessagePack operations `call`, `obj_new`, `obj_call`, `obj_free`, variables',
    here: 'one table of functions; objects, methods and variables are entries',
    tests: ['runtime/codec/vectors.test.ts > %s', `${ours} > are made, called, closed, and refused afterwards`],
  },
  {
    original: 'the reply’s envelope, the error object, every error class',
    here: 'status and length in one integer; `abi/errors.ts`',
    tests: [
      'abi/errors.test.ts > follows the class tree',
      'runtime/build.build.test.ts > an error of the command is thrown with its class, code and fields',
    ],
  },
  {
    original: 'a panic is GoPanicError, a returned error GoError',
    here: '`GoPanicError` with value and stack, `GoError` with type, fields and chain',
    tests: [
      'test-modules/failures/failures.run.test.ts > panics are typed errors with the Go stack',
      'test-modules/failures/failures.run.test.ts > an error result is thrown, with its chain',
    ],
  },
  {
    original: 'level 1: nil, bool, integers, floats, text, bytes, slices',
    here: '`m.F(…)`',
    tests: [`${ours} > of level 1 come back`],
  },
  { original: 'level 2: `map[string]T`', here: '`m.F({ … })`', tests: [`${ours} > of level 2 are plain objects`] },
  {
    original: 'level 3: structs, nested, in lists and maps, behind pointers, nil',
    here: 'plain objects',
    tests: [`${ours} > nest, in lists, maps and behind pointers, and nil is null`],
  },
  {
    original: 'tags: msgpack, then json, then the name; aliases; omitempty; `-`',
    here: 'keys of plain objects',
    tests: [
      `${ours} > have the key of the msgpack tag, then of the json tag, then the name`,
      `${ours} > take other names of a key, and what is left out is the zero value`,
      `${ours} > do not have what the tag leaves out`,
    ],
  },
  { original: 'embedded structs', here: 'promoted fields', tests: [`${ours} > have the fields of an embedded struct`] },
  {
    original: '`any`, `[]any`, `map[string]any`, `[]map[string]any`',
    here: 'any value',
    tests: [`${ours} > of any type keep theirs`],
  },
  {
    original: 'variadics: natural, or as one list',
    here: '`m.Join(sep, ...words)`',
    otherwise: 'a list is spread by the caller: one list that may mean itself or its elements is ambiguous',
    tests: [`${ours} > take rest arguments`],
  },
  {
    original: '`time.Time`, `time.Duration`, `uuid.UUID`',
    here: '`GoTime` (a Date with nanoseconds), milliseconds, value objects with a text form',
    tests: [
      `${ours} > time, duration and types with a text form`,
      'test-modules/standard/standard.run.test.ts > time keeps nanoseconds and zone',
    ],
  },
  {
    original: 'several results; `(T, error)` is `T`; only `error` is nothing',
    here: 'an array; a value or a thrown error',
    tests: [`${ours} > give several results as an array, and throw the error that is the last`],
  },
  {
    original: 'arguments are checked before the call, with messages',
    here: '`InvalidArgumentError` with `code` and `path`',
    tests: [`${ours} > refuse wrong arguments before they begin, by their place`],
  },
  {
    original: 'int64 is exact over its whole range',
    here: 'bigint',
    tests: [`${ours} > an int64 is exact over its whole range`],
  },
  {
    original: '`object(type, init)`, methods, close, `with`, finalizer, closed-object error',
    here: '`new m.T(init)`, `dispose()`, `using`, `scope(fn)`, the garbage collector, `DisposedError`',
    tests: [
      `${ours} > are made, called, closed, and refused afterwards`,
      `${ours} > live as long as a scope`,
      'runtime/handle.build.test.ts > is done by the garbage collector for whoever forgets',
    ],
  },
  {
    original: 'opaque `*T` results, alone and among several; nil is None',
    here: 'live objects; `null`',
    tests: [`${ours} > come as results, alone and among several, and nil is null`],
  },
  {
    original: 'receivers of unexported types',
    here: 'objects',
    tests: [`${ours} > may be of a type that has no name outside`],
  },
  {
    original: 'package variables as handles',
    here: '`m.Shared`',
    tests: [`${ours} > stand in variables of the package`],
  },
  {
    original: 'generics by a JSON file, `generic(name, type_args)`',
    here: 'none needed; `--instance Name=types` adds exact ones',
    tests: [
      `${ours} > generic functions need no configuration`,
      'runtime/instances.build.test.ts > that have names of their own',
      'runtime/instances.build.test.ts > of a function that has none by itself; what it does not take is refused with the next that could be added',
    ],
  },
  {
    original: 'typed structs and decoding',
    here: 'TypeScript declarations: `types/` in each artifact',
    tests: [
      'test/types/types.test.ts > programs in TypeScript compile, and wrong ones do not: built with %s',
      'test/types/project.test.ts > an import of #go/… and importGo have the types of the module, and wrong uses do not compile',
    ],
  },
  {
    original: 'GoDoc and signature on callables, and in generated code',
    here: 'TSDoc in the declarations; signatures in `usegolib inspect`',
    otherwise: 'an editor shows the declarations; a function object itself carries no documentation',
    tests: [
      script(
        'declarations',
        'a build leaves TypeScript declarations beside the library, with GoDoc as TSDoc: whole, as a reviewer has read it',
      ),
    ],
  },
  {
    original: 'CLI: `version`, `build`, `package`, `artifact rm`, `artifact rebuild`, `gen`',
    here: 'the same words, and more: `usegolib --help`',
    tests: [
      script('help', 'the version is that of the package'),
      script('build-output', 'what was built is named in words and its manifest on standard output'),
      script('package', 'the packages are written, each in a folder of its name, the one that users install last'),
      script('artifact', 'builds are removed in the version that is named, after they were listed'),
      script('artifact', 'a rebuild builds what is unchanged, and that --clean removes the versions before'),
      script('gen', 'static bindings are written, and import what they were made of'),
    ],
  },
  {
    original: 'a package with the artifact in it, which needs no Go',
    here: '`usegolib package <spec> --name @me/name --target all`',
    tests: ['test/pack/package.test.ts > gives functions, classes, constants, errors and objects as named exports'],
  },
  {
    original: 'static bindings: types, API, generics, loader',
    here: '`usegolib gen`, `usegolib add` and `#go/…`',
    tests: [
      script('gen', 'static bindings are written, and import what they were made of'),
      script(
        'add',
        'they are imported statically, and found by path: in the version that is locked, whatever else is stored',
      ),
    ],
  },
  {
    original: 'Linux and macOS on amd64 and arm64, Windows on amd64; CI on all three',
    here: 'six targets from one host; `.github/workflows`',
    tests: [script('targets', 'every target is named with what can be built for it here')],
  },
  {
    original:
      'documents: abi, cli, compatibility, versioning, security, reproducible builds, testing, troubleshooting, releasing, roadmap',
    here: '`abi/ABI.md`, `docs/{cli,versioning,security,reproducible-builds,errors,releasing,roadmap}.md`, COMPAT.md, CONTRIBUTING.md',
    tests: [
      'test/docs/docs.golden.test.ts > docs/cli.md is printed from the table of commands',
      'test/docs/docs.golden.test.ts > docs/errors.md knows every code, and no other',
    ],
  },
  {
    original: 'no daemon, no RPC, no process at call time; no Go at run time',
    here: '`importGo` of what is stored',
    tests: [script('reuse', 'what is built is used again without Go, without Zig and without a network')],
  },
  {
    original: 'calls from several threads',
    here: 'worker threads',
    tests: ['test/stress/threads.test.ts > gives right answers to all of them at once'],
  },
];
