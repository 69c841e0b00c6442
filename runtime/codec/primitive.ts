import type { Func, TypeId } from '../../manifests/schema.ts';
import { Lent } from '../lend.ts';
import type { Codecs } from './codecs.ts';
import { memoryOf } from './numbers.ts';

/** The Go types of primitive values; a bigint beyond 64 bits has none. */
function kindOf(x: unknown): string {
  switch (typeof x) {
    case 'number':
      return 'float64';
    case 'bigint':
      return BigInt.asIntN(64, x) === x ? 'int64' : MIXED;
    case 'boolean':
      return 'bool';
    default:
      return typeof x === 'string' ? 'string' : MIXED;
  }
}

/** No Go type has this name. */
const MIXED = '';

/** The one Go type of all values that are given for the type parameter of a function; undefined where there is no such type. */
export function primitiveOf(codecs: Codecs, { params = [], variadic }: Func, args: unknown[]): string | undefined {
  let kind: string | undefined;
  for (let i = 0; i < params.length; i++) {
    const given = variadic && i === params.length - 1 ? args.slice(i) : args[i];
    kind = join(kind, within(codecs, params[i]!.type, given));
  }
  return kind || undefined;
}

function join(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || a === b ? b : b === undefined ? a : MIXED;
}

/** The type of the values inside of `x`; undefined where it has none. */
function within(codecs: Codecs, id: TypeId, x: unknown): string | undefined {
  const type = codecs.below(id);
  if (type.kind === 'erased') return kindOf(x);
  if (x === null || x === undefined) return undefined;
  switch (type.kind) {
    case 'optional':
      return within(codecs, type.elem, x);
    case 'slice':
    case 'array':
      if (x instanceof Lent) return within(codecs, id, x.memory);
      if (ArrayBuffer.isView(x)) return memoryOf(x)?.kind ?? MIXED;
      return Array.isArray(x) ? withinAll(codecs, type.elem, x) : undefined;
    case 'map':
      if (x instanceof Map)
        return join(withinAll(codecs, type.key, x.keys()), withinAll(codecs, type.elem, x.values()));
      return typeof x === 'object' ? withinAll(codecs, type.elem, Object.values(x)) : undefined;
    default:
      return undefined;
  }
}

function withinAll(codecs: Codecs, elem: TypeId, all: Iterable<unknown>): string | undefined {
  let kind: string | undefined;
  for (const one of all) {
    kind = join(kind, within(codecs, elem, one));
    if (kind === MIXED) break;
  }
  return kind;
}
