import type { TypeId } from '../../manifests/schema.ts';
import type { Codecs } from './codecs.ts';
import * as num from './numbers.ts';
import { plain } from './plain.ts';
import { milliseconds } from './std.ts';

/** Go's zero value of a type, for `new m.Rec()`. */
export function zero(codecs: Codecs, id: TypeId): unknown {
  const type = codecs.type(id);
  const keep = codecs.options.nil === 'keep';
  if (type.kind === 'text') return codecs.binding.zeroText(type.zero);
  const itself = plain(type, codecs.options);
  if (itself) return itself.zero();
  switch (type.kind) {
    case 'byteArray':
      return new Uint8Array(type.length);
    case 'numbers':
      return type.length === undefined && keep ? null : num.zeros(type.elem, type.length ?? 0);
    case 'slice':
      return keep ? null : [];
    case 'map':
      if (keep) return null;
      return codecs.below(type.key).kind === 'string' ? Object.create(null) : new Map();
    case 'array':
      return Array.from({ length: type.length }, () => zero(codecs, type.elem));
    case 'named':
    case 'instance':
      return zero(codecs, type.type);
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.key ?? field.name, zero(codecs, field.type)]));
    case 'value': {
      const slot = codecs.binding.slot(type.class);
      return codecs.binding.makeValue(slot, zero(codecs, slot.type.value!));
    }
    case 'object':
      return type.pointer ? null : undefined;
    case 'erased':
      return undefined;
    default:
      return null;
  }
}

/** A constant from its exact text. */
export function constant(codecs: Codecs, id: TypeId, text: string): unknown {
  const type = codecs.type(id);
  switch (type.kind) {
    case 'bool':
      return text === 'true';
    case 'string':
    case 'bigRat':
    case 'bigFloat':
      return text;
    case 'int':
    case 'uint':
      return safeOrExact(text);
    case 'int64':
    case 'uint64':
    case 'uintptr':
      return type.number ? safeOrExact(text) : BigInt(text);
    case 'bigInt':
      return BigInt(text);
    case 'duration':
      return codecs.options.duration === 'ns' ? BigInt(text) : milliseconds(BigInt(text));
    case 'complex64':
    case 'complex128': {
      const [re, im = 0] = text.split(',');
      return { re: Number(re), im: Number(im) };
    }
    case 'bytes':
      return Uint8Array.from(Buffer.from(text, 'hex'));
    case 'named':
    case 'instance':
      return constant(codecs, type.type, text);
    case 'value': {
      const slot = codecs.binding.slot(type.class);
      return codecs.binding.makeValue(slot, constant(codecs, slot.type.value!, text));
    }
    default:
      return Number(text);
  }
}

function safeOrExact(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}
