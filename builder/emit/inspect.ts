import type { Manifest } from '../../manifests/manifest.ts';
import type { BuildOptions } from '../../manifests/options.ts';
import { type Callback, type Func, type Schema, symbolSkips, type Type, type TypeId } from '../../manifests/schema.ts';
import { goSignature } from './go-text.ts';
import { below, fieldMembers, functionType, outType, type Place, signature as printSignature } from './types.ts';

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
  const place = plainPlace(schema, request.options);
  const type = (id: TypeId) => outType(place, id);
  const signature = (f: Func) => printSignature(place, f, 'inspect');
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
        add(name, `interface ${name} { ${fieldMembers(place, t.fields, false).join('; ')} }`);
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
  const t = below(schema, id);
  return t.kind === 'value' ? underlying(schema, t.class) : t;
}

/** Types by their own names, as if nothing clashed. */
export function plainPlace(schema: Schema, options: BuildOptions = {}): Place {
  const place: Place = { schema, options, name, parameter: itself, global: itself, own: itself };
  function itself(name: string): string {
    return name;
  }
  function name(id: TypeId, form?: 'init', signature?: Callback): string {
    const type = schema.types[id] as Type & { kind: 'class' };
    const unnamed = schema.packages[type.pkg]?.path === '' && type.of === 'func';
    const call = unnamed ? (signature ?? type.calls?.[0]) : undefined;
    if (call) return `(${functionType(place, call, 'inspect')})`;
    return `${type.name}${form ? 'Init' : ''}`;
  }
  return place;
}
