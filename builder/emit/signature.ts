import type { Manifest } from '../../manifests/manifest.ts';
import type { BuildOptions } from '../../manifests/options.ts';
import { type Func, type Schema, symbolSkips, type Type, type TypeId } from '../../manifests/schema.ts';

/** One symbol as `inspect` shows it: offered with its signatures, or skipped with the reason. */
export interface Inspected {
  package: string;
  symbol: string;
  typescript?: string;
  go?: string;
  reason?: string;
  detail?: string;
}

/** All symbols of the bound packages, package by package. */
export function inspectManifest({ schema, skips, request }: Manifest): Inspected[] {
  const type = (id: TypeId) => typeText(schema, id, request.options);
  const signature = (f: Func) => `(${parameters(f, type)}): ${results(f, type)}`;
  const out: Inspected[] = [];
  for (const pkg of schema.packages.filter((p) => p.bound)) {
    const add = (symbol: string, typescript: string, go?: string) =>
      out.push({ package: pkg.path, symbol, typescript, ...(go && { go }) });
    for (const f of pkg.functions ?? [])
      add(f.name, `function ${f.name}${signature(f)}`, `func ${goSignature(schema, f)}`);
    for (const c of pkg.constants ?? [])
      add(
        c.name,
        `const ${c.name}: ${type(c.type)}`,
        `const ${c.name} = ${isText(schema, c.type) ? JSON.stringify(c.value) : c.value}`,
      );
    for (const v of pkg.variables ?? [])
      add(v.name, `${v.set === undefined ? 'const' : 'let'} ${v.name}: ${type(v.type)}`, `var ${v.name}`);
    for (const [name, id] of Object.entries(pkg.exports ?? {})) {
      const t = schema.types[id]!;
      if (t.kind === 'record') {
        const fields = t.fields.map((field) => `${field.key ?? field.name}: ${type(field.type)}`);
        add(name, `interface ${name} { ${fields.join('; ')} }`);
      } else if (t.kind === 'named') add(name, `type ${name} = ${type(t.type)}`);
      else if (t.kind === 'class') {
        add(name, `class ${name}`, `type ${t.goType}`);
        for (const field of t.fields ?? []) {
          add(`${name}.${field.name}`, `${name}.${field.name}: ${type(field.type)}`);
        }
        for (const m of t.methods ?? []) {
          const receiver = m.pointer ? `(*${name})` : `(${name})`;
          add(`${name}.${m.name}`, `${name}.${m.name}${signature(m)}`, `func ${receiver} ${goSignature(schema, m)}`);
        }
      }
    }
    for (const s of symbolSkips(pkg)) {
      out.push({ package: pkg.path, symbol: s.symbol, go: s.go, reason: s.reason, detail: `${s.detail} (${s.pos})` });
    }
  }
  for (const s of skips) out.push({ package: s.package, symbol: '(package)', reason: s.reason, detail: s.detail });
  return out;
}

/** Whether constants of this type are text, which Go writes in quotes. */
function isText(schema: Schema, id: TypeId): boolean {
  const t = underlying(schema, id);
  return t.kind === 'class' ? t.value !== undefined && isText(schema, t.value) : t.kind === 'string';
}

/** The type below names without methods; for a value object its class. */
function underlying(schema: Schema, id: TypeId): Type {
  const t = schema.types[id]!;
  if (t.kind === 'named') return underlying(schema, t.type);
  return t.kind === 'value' ? underlying(schema, t.class) : t;
}

function parameters(f: Func, type: (id: TypeId) => string): string {
  const params = f.params ?? [];
  return params
    .map(({ name, type: id }, i) => {
      const rest = f.variadic && i === params.length - 1;
      return `${rest ? '...' : ''}${name || `arg${i}`}: ${type(id)}`;
    })
    .join(', ');
}

function results(f: Func, type: (id: TypeId) => string): string {
  const all = f.results ?? [];
  if (all.length === 0) return 'void';
  if (all.length === 1) return type(all[0]!.type);
  return `[${all.map((r) => (r.name ? `${r.name}: ` : '') + type(r.type)).join(', ')}]`;
}

/** A Go type as TypeScript writes it: what a value that comes from Go is. */
export function typeText(schema: Schema, id: TypeId, options: BuildOptions = {}): string {
  const t = schema.types[id]!;
  const inner = (other: TypeId) => typeText(schema, other, options);
  // `nil: 'keep'` tells a nil slice or map from an empty one.
  const nilable = (text: string) => (options.nil === 'keep' ? `${text} | null` : text);
  const array = (element: string) => (/^[\w$.<>]+$/.test(element) ? `${element}[]` : `Array<${element}>`);
  switch (t.kind) {
    case 'bool':
      return 'boolean';
    case 'string':
    case 'bigRat':
    case 'bigFloat':
    case 'jsonNumber':
      return 'string';
    case 'int64':
    case 'uint64':
    case 'uintptr':
      return options.int64 ?? 'bigint';
    case 'duration':
      return options.duration === 'ns' ? 'bigint' : 'number';
    case 'bigInt':
      return 'bigint';
    case 'complex64':
    case 'complex128':
      return '{ re: number; im: number }';
    case 'bytes':
      return nilable('Uint8Array');
    case 'byteArray':
      return 'Uint8Array';
    case 'error':
      return 'Error | null';
    case 'time':
      return 'GoTime';
    case 'json':
    case 'any':
      return 'unknown';
    case 'numbers':
      return t.length === undefined ? nilable(NUMBERS[t.elem]) : NUMBERS[t.elem];
    case 'slice':
      return nilable(array(inner(t.elem)));
    case 'array':
      return array(inner(t.elem));
    case 'map': {
      const keys = underlying(schema, t.key).kind === 'string';
      return nilable(keys ? `Record<string, ${inner(t.elem)}>` : `Map<${inner(t.key)}, ${inner(t.elem)}>`);
    }
    case 'optional':
      return `${inner(t.elem)} | null`;
    case 'named':
    case 'class':
      return t.name;
    case 'record':
      return t.name ?? `{ ${t.fields.map((field) => `${field.key ?? field.name}: ${inner(field.type)}`).join('; ')} }`;
    case 'object':
      return t.pointer ? `${inner(t.class)} | null` : inner(t.class);
    case 'interface':
      return `${inner(t.class)} | null`;
    case 'value':
    case 'opaque':
      return inner(t.class);
    default:
      return 'number';
  }
}

const NUMBERS = {
  int8: 'Int8Array',
  int16: 'Int16Array',
  int32: 'Int32Array',
  int64: 'BigInt64Array',
  uint16: 'Uint16Array',
  uint32: 'Uint32Array',
  uint64: 'BigUint64Array',
  float32: 'Float32Array',
  float64: 'Float64Array',
} as const;

/** `Parse(s string) (*Version, error)` */
export function goSignature(schema: Schema, f: Func): string {
  const type = (id: TypeId) => goText(schema, id);
  const params = (f.params ?? []).map(({ name, type: id }, i, all) => {
    const text = type(id);
    return `${name || '_'} ${f.variadic && i === all.length - 1 ? text.replace(/^\[\]/, '...') : text}`;
  });
  const results = [...(f.results ?? []).map((r) => type(r.type)), ...(f.throws ? ['error'] : [])];
  const tail = results.length > 1 ? ` (${results.join(', ')})` : results.length ? ` ${results[0]}` : '';
  return `${f.name}(${params.join(', ')})${tail}`;
}

/** A type as Go writes it, with package names. */
export function goText(schema: Schema, id: TypeId): string {
  const t = schema.types[id]!;
  const inner = (other: TypeId) => goText(schema, other);
  const qualified = (pkg: number, name: string) => `${schema.packages[pkg]?.name ?? '?'}.${name}`;
  switch (t.kind) {
    case 'bytes':
      return '[]byte';
    case 'byteArray':
      return `[${t.length}]byte`;
    case 'numbers':
      return `[${t.length ?? ''}]${t.elem}`;
    case 'slice':
      return `[]${inner(t.elem)}`;
    case 'array':
      return `[${t.length}]${inner(t.elem)}`;
    case 'map':
      return `map[${inner(t.key)}]${inner(t.elem)}`;
    case 'optional':
      return `*${inner(t.elem)}`;
    case 'named':
      return qualified(t.pkg, t.name);
    case 'record':
      return t.name === undefined ? 'struct{…}' : qualified(t.pkg!, t.name);
    case 'class':
      return t.goType;
    case 'object':
      return `${t.pointer ? '*' : ''}${inner(t.class)}`;
    case 'value':
    case 'interface':
    case 'opaque':
      return inner(t.class);
    default:
      return GO_NAMES[t.kind] ?? t.kind;
  }
}

const GO_NAMES: Record<string, string> = {
  time: 'time.Time',
  duration: 'time.Duration',
  bigInt: '*big.Int',
  bigRat: '*big.Rat',
  bigFloat: '*big.Float',
  json: 'json.RawMessage',
  jsonNumber: 'json.Number',
};
