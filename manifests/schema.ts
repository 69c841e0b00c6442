/**
 * The schema: what every exported symbol and type of one or more Go modules is, in words JavaScript needs.
 * `bridge-go/gen` prints it (its twin is `bridge-go/gen/model`), the runtime prints codecs and classes from it.
 *
 * Types refer to each other by number: an index into `Schema.types`. `fn` is an index into the library's function table.
 * Optional keys are absent when false or empty. `schemaHash` hashes `JSON.stringify(schema)`, so key order matters.
 */
export interface Schema {
  packages: Package[];
  types: Type[];
}

/** Index into `Schema.types`. */
export type TypeId = number;
/** Index into the library's dispatch table (`abi.json#firstSymbol` and up). */
export type FnId = number;

/** One Go package. Bound packages have symbols; packages whose types are only mentioned have none. */
export interface Package {
  /** Import path: `github.com/Masterminds/semver/v3`. */
  path: string;
  /** The name in its package clause: `semver`. */
  name: string;
  /** True where the package's own symbols are bound. */
  bound?: true;
  functions?: Func[];
  constants?: Constant[];
  variables?: Variable[];
  /** Exported type name → its `class`, `record` or `named` type. Aliases too. */
  exports?: Record<string, TypeId>;
  skips?: Skip[];
}

export interface Func {
  name: string;
  /** Type parameters that are for any JavaScript value, which the types of parameters and results name. */
  typeParams?: string[];
  params?: Param[];
  results?: Result[];
  /** The last parameter is variadic: its type is the slice's, JavaScript passes rest arguments. */
  variadic?: true;
  /** The last Go result is an `error` that is thrown; it is not among `results`. */
  throws?: true;
  fn: FnId;
  /** The type arguments of a generic function's instance: `any`, `float64`, `string, int`. */
  instance?: string;
  /** An instance beside the one for any value: called where all values for the type parameter are of its type. */
  exact?: true;
  /** Type arguments that the constraints allow as well: the build option `instances` adds an instance for them. */
  more?: string;
  /** Further instances of a generic function: the first whose parameters take the arguments is called. */
  also?: Func[];
}

/** What JavaScript implements: a function type, or a method of an interface. */
export interface Callback extends Omit<Func, 'name' | 'fn'> {
  /** A method's name. */
  name?: string;
  /** Calls a Go function of this type; absent where JavaScript cannot make its arguments. */
  fn?: FnId;
  /** The first parameter is memory that the function fills: JavaScript gets a Uint8Array of that length. */
  fills?: true;
}

export interface Param {
  name: string;
  type: TypeId;
  /** Of what JavaScript implements: memory that goes there as a copy, whose changes are copied back. */
  shared?: true;
}

export interface Result {
  /** The result's Go name, if it has one. */
  name?: string;
  type: TypeId;
}

export interface Constant {
  name: string;
  type: TypeId;
  /**
   * Exact text: `true`, `42`, `-1`, `0.1`, `1,-2` of a complex number, or the string itself; of one that is not UTF-8 its
   * bytes in hex (`bytes` kind). Numbers beyond 2^53 of an untyped constant are bigint (`int64` kind).
   */
  value: string;
}

export interface Variable {
  name: string;
  type: TypeId;
  get: FnId;
  set?: FnId;
}

/** Symbols, methods or fields that are not offered, and why: all that share the reason and belong to the same types. */
export interface Skip {
  /** Stable code, one of `SKIP_REASONS`. */
  reason: SkipReason;
  /** One sentence for people: what the type is and what would help. */
  detail: string;
  /** The types that have these members; several where the members are promoted. Absent for symbols of the package. */
  on?: string[];
  members: SkippedMember[];
}

export interface SkippedMember {
  /** `Sort`; of a type `Do`, `Dialer`. */
  name: string;
  /** `file.go:12:6`, the path as Go reports it with -trimpath. */
  pos: string;
  /** The Go signature, for `inspect`. */
  go: string;
}

/** One symbol, method or field that is not offered: `Sort`, `Client.Do`, `Options.Dialer`. */
export interface SymbolSkip extends Omit<SkippedMember, 'name'>, Pick<Skip, 'reason' | 'detail'> {
  symbol: string;
}

/** The skips of a package one by one. */
export function symbolSkips({ skips = [] }: Package): SymbolSkip[] {
  return skips.flatMap(({ reason, detail, on, members }) =>
    members.flatMap(({ name, pos, go }) =>
      (on ?? ['']).map((type) => ({ symbol: type ? `${type}.${name}` : name, reason, detail, pos, go })),
    ),
  );
}

export const SKIP_REASONS = [
  'function', // a JavaScript function would be needed
  'context', // context.Context
  'generic', // type parameters
  'channel',
  'iterator', // iter.Seq, iter.Seq2
  'unbound-type', // a member of another package's type mentions a type that is not bound
  'unexported-type', // a type that cannot be written down and that inference cannot reach
  'unsafe-pointer',
  'cgo-type',
  'pointer', // pointer to pointer, to function, to channel
  'recursive-type', // a slice or map type that contains itself without a name for an object
  'map-key', // a key type JavaScript cannot hold
  'main-package',
  'internal-package',
  'helper-package', // test, example, cmd, bench; or imports testing
  'package-error', // does not resolve or compile for the target
  'not-selected', // outside of what a large module binds by default
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Fixed-size numbers whose slices travel as raw memory. */
export type NumberKind = 'int8' | 'int16' | 'int32' | 'int64' | 'uint16' | 'uint32' | 'uint64' | 'float32' | 'float64';

/** Integers that a JavaScript number does not always hold. */
export type WideKind = 'int64' | 'uint64' | 'uintptr';

/** Kinds that need no more than their name. */
export type ScalarKind =
  | 'bool'
  | 'int'
  | 'uint'
  | 'uint8'
  | 'complex64'
  | 'complex128'
  | Exclude<NumberKind, WideKind>
  | 'bytes'
  | 'error'
  | 'time'
  | 'duration'
  | 'bigInt'
  | 'bigRat'
  | 'bigFloat'
  | 'json'
  | 'jsonNumber'
  /** `any`: what JavaScript gives, and what Go's dynamic type says. */
  | 'any';

/**
 * In the types of generic functions, and of the members of generic types, `args` are the type parameters that stand for
 * those of the class, record or named type. They are for declarations: at run time such a type is as one without them.
 */
export type Type =
  | { kind: ScalarKind }
  /** A bigint; with `number` a number, which is range-checked. */
  | { kind: WideKind; number?: true }
  /** With `replace` each byte that is not UTF-8 is U+FFFD. */
  | { kind: 'string'; replace?: true }
  /** A type parameter, called `param`: any JavaScript value, which Go only carries. */
  | { kind: 'erased'; param?: string }
  /** Below a named type that the build made a string; `zero` replies the text of its zero value. */
  | { kind: 'text'; zero: FnId }
  | { kind: 'byteArray'; length: number }
  /** `[]float64` and its like; with `length` the array `[N]float64`. A TypedArray, or if `list` an array from Go. */
  | { kind: 'numbers'; elem: NumberKind; length?: number; list?: true }
  | { kind: 'slice'; elem: TypeId }
  | { kind: 'array'; elem: TypeId; length: number }
  /** A plain object where `key` is a (named) string, else a Map. */
  | { kind: 'map'; key: TypeId; elem: TypeId }
  /** A pointer to a value or record, or `sql.Null*`: the value or null. */
  | { kind: 'optional'; elem: TypeId }
  /** A named type without methods: travels as `type`. `pkg` indexes `Schema.packages`. */
  | { kind: 'named'; pkg: number; name: string; typeParams?: string[]; type: TypeId }
  /** A record or a `named` type with type arguments. */
  | { kind: 'instance'; type: TypeId; args: string[] }
  | RecordType
  | ClassType
  /** `*T` (`pointer`) or `T` of a class of Go structs, named slices, maps, …: a live object. */
  | { kind: 'object'; class: TypeId; pointer?: true; args?: string[] }
  /** A value object: `class` says its underlying type. */
  | { kind: 'value'; class: TypeId; args?: string[] }
  /** A Go interface value; `class` (of `interface`) has the interface's methods. */
  | { kind: 'interface'; class: TypeId; args?: string[] }
  /** A Go value that only travels Go → JS → Go (functions, options). */
  | { kind: 'opaque'; class: TypeId; args?: string[] }
  /** A function: JavaScript's own, or one of Go. `call` is the class's signature with the names of type parameters. */
  | { kind: 'func'; class: TypeId; args?: string[]; call?: Callback };

/** A struct that is copied: a plain object. */
export interface RecordType {
  kind: 'record';
  /** Absent for an anonymous struct. */
  pkg?: number;
  name?: string;
  typeParams?: string[];
  fields: RecordField[];
  /** Named records: `ref(m.T)` → a `*T`: makes one from a record, reads a copy, assigns. */
  ref?: { make: FnId; get: FnId; set: FnId };
}

export interface RecordField {
  /** The Go name. */
  name: string;
  /** The JavaScript key, if it differs: msgpack tag, json tag. */
  key?: string;
  /** Other keys that literals accept. */
  aliases?: string[];
  type: TypeId;
  /** `omitempty`, or a pointer: `records: 'exact'` lets it be absent. */
  omit?: true;
}

/** A Go type whose values are live objects, value objects, interfaces or opaque. */
export interface ClassType {
  kind: 'class';
  pkg: number;
  /** `Version`; the alias of a type that has no other name; of a hidden type the name it has in Go. */
  name: string;
  of: 'struct' | 'slice' | 'map' | 'array' | 'pointer' | 'func' | 'chan' | 'interface' | 'scalar' | 'variable';
  /** What `%T` prints for `T`: `semver.Version`. */
  goType: string;
  /** Type parameters that are for any JavaScript value, which the types of members name. */
  typeParams?: string[];
  /** Cannot be written down (unexported or internal): no `new`, no static members. */
  hidden?: true;
  /** Value objects: their underlying type (`string`, `int`, `byteArray`, …). */
  value?: TypeId;
  methods?: Method[];
  /** Accessors of exported fields, promoted ones too. */
  fields?: Field[];
  /** What a literal may name, in wire order; absent where no literal is accepted. For slices and maps see `live`. */
  literal?: LiteralField[];
  /** `new m.T(init?)`: request a literal (or nil), reply a handle. */
  make?: FnId;
  /** All fields of `literal`'s order that can be read, copied in one crossing: reply an array as long as `fields` that have `snap`. */
  snapshot?: FnId;
  /** Text is accepted where this type is wanted; `from` makes one from text. */
  text?: { from: FnId };
  /** The type implements json.Marshaler or encoding.TextMarshaler. */
  json?: 'json' | 'text';
  /** The type, or the pointer to it, implements error: `asGoError` may ask for it. */
  error?: true;
  live?: LiveSlice | LiveMap;
  /** What JavaScript may implement: a func type's own signature, or an interface's methods. */
  calls?: Callback[];
  /** Methods that an object may have besides those: Go sees it has them. Numbered after `calls`. */
  optional?: Callback[];
  /** Why JavaScript cannot implement this interface. */
  sealed?: string;
}

export interface Method extends Func {
  /** Declared on the pointer: value objects and by-value literals do not have it. */
  pointer?: true;
}

export interface Field {
  name: string;
  type: TypeId;
  get: FnId;
  set?: FnId;
  /** Among what `snapshot` copies, under this key. Absent: not copied (cannot be, or promoted through a pointer). */
  snap?: string;
}

export interface LiteralField {
  name: string;
  key?: string;
  aliases?: string[];
  type: TypeId;
  omit?: true;
}

/** A named slice with methods. `all` replies the elements as an array; the literal is an array of elements. */
export interface LiveSlice {
  elem: TypeId;
  size: FnId;
  get: FnId;
  set: FnId;
  all: FnId;
}

/** A named map with methods. `get` replies a bool and, if true, the value; `all` a MessagePack map; the literal is a map. */
export interface LiveMap {
  key: TypeId;
  elem: TypeId;
  size: FnId;
  get: FnId;
  set: FnId;
  delete: FnId;
  all: FnId;
}
