import type { Func, Schema, TypeId } from '../../manifests/schema.ts';

/** `Parse(s string) (*Version, error)` */
export function goSignature(schema: Schema, f: Func): string {
  const type = (id: TypeId) => goText(schema, id);
  const params = (f.params ?? []).map(({ name, type: id }, i, all) => {
    const text = type(id);
    return `${name || '_'} ${f.variadic && i === all.length - 1 ? text.replace(/^\[\]/, '...') : text}`;
  });
  const results = [...(f.results ?? []).map((r) => type(r.type)), ...(f.throws ? ['error'] : [])];
  const tail = results.length > 1 ? ` (${results.join(', ')})` : results.length ? ` ${results[0]}` : '';
  return `${applied(f.name, f.typeParams)}(${params.join(', ')})${tail}`;
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
    case 'instance':
      return applied(inner(t.type), t.args);
    case 'named':
      return qualified(t.pkg, t.name);
    case 'record':
      return t.name === undefined ? 'struct{…}' : qualified(t.pkg!, t.name);
    case 'class':
      return t.goType;
    case 'object':
      return `${t.pointer ? '*' : ''}${applied(inner(t.class), t.args)}`;
    case 'value':
    case 'interface':
    case 'func':
    case 'opaque':
      return applied(inner(t.class), t.args);
    case 'erased':
      return t.param ?? 'any';
    default:
      return GO_NAMES[t.kind] ?? t.kind;
  }
}

/** With type arguments, in the place of those it has. */
function applied(text: string, args: string[] = []): string {
  return args.length ? `${text.replace(/\[.*\]$/, '')}[${args.join(', ')}]` : text;
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
