import type { Param, RecordField, TypeId } from '../../manifests/schema.ts';
import type { ClassSlot } from '../handle.ts';
import type { Lane } from '../lane.ts';
import type { Codecs } from './codecs.ts';
import * as r from './read.ts';
import { stepTo, stepToElement, stepToKey } from './refusal.ts';

/** Where Go found a fault, as steps through the frame: an index, or the key of a map; `isKey`: it is in the key itself. */
export type Step = number | { key: unknown; isKey: boolean };

/** Undefined where the fault is not about the arguments. */
export function readSteps(l: Lane): Step[] | undefined {
  if (r.nil(l)) return undefined;
  return Array.from({ length: r.arrayHeader(l) }, () => {
    if ((l.u8[l.pos]! & 0xf0) !== 0x90) return r.number(l);
    const isKey = r.arrayHeader(l) > 1;
    const key = readKey(l);
    if (isKey) r.bool(l);
    return { key, isKey };
  });
}

/** Text or a number; null for any other key. */
function readKey(l: Lane): unknown {
  if (r.nil(l)) return null;
  const code = l.u8[l.pos]!;
  if ((code & 0xe0) === 0xa0 || (code >= 0xd9 && code <= 0xdb)) return r.string(l);
  return code === 0xcf || code === 0xd3 ? r.bigint(l) : r.number(l);
}

/** The steps in the words of the types: `args[1].items[3].price`. */
export function pathOf(codecs: Codecs, params: readonly Param[], variadic: boolean, steps: readonly Step[]): string {
  const [index, inner, ...rest] = steps as [number, Step?, ...Step[]];
  const type = params[index]?.type;
  if (inner === undefined || type === undefined) return `args[${index}]`;
  if (!variadic || index < params.length - 1) return `args[${index}]${within(codecs, type, [inner, ...rest])}`;
  const list = codecs.below(type);
  return `args[${index + (inner as number)}]${list.kind === 'slice' ? within(codecs, list.elem, rest) : ''}`;
}

/** As far as the frame is made as the types say: what is inside of `any`, of values and handles has no name. */
function within(codecs: Codecs, id: TypeId, steps: Step[]): string {
  const [step, ...rest] = steps;
  if (step === undefined) return '';
  const type = codecs.below(id);
  switch (type.kind) {
    case 'optional':
      return within(codecs, type.elem, steps);
    case 'slice':
    case 'array':
      return inList(codecs, type.elem, step, rest);
    case 'map':
      return inMap(codecs, type, step, rest);
    case 'record':
      return inFields(codecs, type.fields, step, rest);
    case 'object':
      return inLiteral(codecs, codecs.binding.slot(type.class), steps);
    default:
      return '';
  }
}

/** In the literal of a class. */
export function inLiteral(codecs: Codecs, { type: { literal = [], live } }: ClassSlot, steps: readonly Step[]): string {
  const [step, ...rest] = steps;
  if (step === undefined) return '';
  if (!live) return inFields(codecs, literal, step, rest);
  return 'key' in live ? inMap(codecs, live, step, rest) : inList(codecs, live.elem, step, rest);
}

function inList(codecs: Codecs, elem: TypeId, step: Step, rest: Step[]): string {
  return typeof step === 'number' ? stepTo(step) + within(codecs, elem, rest) : '';
}

function inMap(codecs: Codecs, { key, elem }: { key: TypeId; elem: TypeId }, step: Step, rest: Step[]): string {
  if (typeof step === 'number') return '';
  return step.isKey
    ? stepToKey(step.key) + within(codecs, key, rest)
    : stepToElement(step.key) + within(codecs, elem, rest);
}

function inFields(codecs: Codecs, fields: readonly RecordField[], step: Step, rest: Step[]): string {
  const field = typeof step === 'number' ? fields[step] : undefined;
  return field ? stepTo(field.key ?? field.name) + within(codecs, field.type, rest) : '';
}
