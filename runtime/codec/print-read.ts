import type { Type, TypeId } from '../../manifests/schema.ts';
import type { ClassSlot } from '../handle.ts';
import type { Lane } from '../lane.ts';
import type { Codecs } from './codecs.ts';
import { readErased } from './erased.ts';
import * as num from './numbers.ts';
import * as objects from './object.ts';
import { plain } from './plain.ts';
import * as r from './read.ts';
import type { Unit } from './unit.ts';

/** An expression that reads a value from `l`. */
export function readExpression(codecs: Codecs, unit: Unit, id: TypeId): string {
  const type = codecs.type(id);
  const { binding, options } = codecs;
  const itself = plain(type, options);
  if (itself) return unit.call(`r_${type.kind}${'number' in type ? '_number' : ''}`, itself.read);
  const slot = (id: TypeId) => unit.use(`c${id}`, binding.slot(id));
  switch (type.kind) {
    case 'erased':
      return unit.call('r_erased', (l: Lane) => readErased(codecs, l));
    case 'any':
      return unit.call('r_any', codecs.any.read);
    case 'byteArray':
      return unit.call('r_byteArray', r.bytes);
    case 'numbers': {
      const read = type.list ? num.readNumberList : num.readNumbers;
      return unit.call(read.name, read, JSON.stringify(type.elem), String(options.nil === 'keep'));
    }
    case 'error':
      return unit.call('r_error', (l: Lane) => binding.readError(l));
    case 'named':
    case 'instance':
      return readExpression(codecs, unit, type.type);
    case 'slice':
    case 'array':
    case 'map':
    case 'optional':
    case 'record':
      return `${unit.use(`t${id}`, codecs.of(id))}.read(l)`;
    case 'object':
    case 'opaque':
      return unit.call('r_object', objects.readObject, slot(type.class));
    case 'func':
      return unit.call('r_func', (l: Lane, slot: ClassSlot) => codecs.readFunction(l, slot), slot(type.class));
    case 'interface':
      return unit.call('r_dynamic', (l: Lane, slot: ClassSlot) => codecs.readDynamic(l, slot), slot(type.class));
    case 'value': {
      const under = readExpression(codecs, unit, binding.slot(type.class).type.value!);
      return `${unit.use('makeValue', binding.makeValue)}(${slot(type.class)}, ${under})`;
    }
    default:
      throw new Error(`internal error: type ${id} is a ${type.kind}, which is no slot`);
  }
}

/** The body of a function that reads a value from `l`. */
export function printReader(codecs: Codecs, unit: Unit, id: TypeId): string {
  const type = codecs.type(id);
  const read = (id: TypeId) => readExpression(codecs, unit, id);
  const keep = codecs.options.nil === 'keep';
  switch (type.kind) {
    case 'slice':
    case 'array':
      return `const n = ${unit.call('r_array', r.arrayHeader)};
  if (n < 0) return ${keep ? 'null' : '[]'};
  const x = new Array(n);
  for (let i = 0; i < n; i++) x[i] = ${read(type.elem)};
  return x;`;
    case 'map': {
      const text = codecs.below(type.key).kind === 'string';
      const [key, elem] = [read(type.key), read(type.elem)];
      return `const n = ${unit.call('r_map', r.mapHeader)};
  ${keep ? 'if (n < 0) return null;' : ''}
  const x = ${text ? 'Object.create(null)' : 'new Map()'};
  for (let i = 0; i < n; i++) { const k = ${key}; ${text ? `x[k] = ${elem}` : `x.set(k, ${elem})`}; }
  return x;`;
    }
    case 'optional':
      return `return ${unit.call('r_nil', r.nil)} ? null : ${read(type.elem)};`;
    case 'record':
      return `${unit.call('r_array', r.arrayHeader)};\n  return { ${readFields(type, read).join(', ')} };`;
    default:
      return `return ${read(id)};`;
  }
}

function readFields({ fields }: Type & { kind: 'record' }, read: (id: TypeId) => string): string[] {
  return fields.map((field) => {
    const key = JSON.stringify(field.key ?? field.name);
    return `${key === '"__proto__"' ? '["__proto__"]' : key}: ${read(field.type)}`;
  });
}
