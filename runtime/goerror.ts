import { Unpackr } from 'msgpackr';
import { GoError } from '../abi/errors.ts';
import { Thrown } from './callback.ts';
import { handleOf } from './codec/object.ts';
import { arrayHeader, bytes, float64, nil, number, string } from './codec/read.ts';
import { refuse } from './codec/refusal.ts';
import * as w from './codec/write.ts';
import { type Owner, State } from './handle.ts';
import type { Lane } from './lane.ts';
import { keepState, stateOf } from './object.ts';

let details: Unpackr | undefined;

/** The exported fields of an error's types, which JavaScript has no codec for. */
function unpack(fields: Uint8Array): object {
  details ??= new Unpackr({ useRecords: false, mapsAsObjects: true, int64AsType: 'bigint' });
  return details.unpack(fields);
}

/** Whether what comes next was thrown or made by JavaScript, and so may be anything. */
export function isOwn(l: Lane): boolean {
  return l.u8[l.pos] === 0x91;
}

/** A Go error as Go describes it, the same GoError while it lives; or the very Error of JavaScript that went to Go. */
export function readError(l: Lane, owner: Owner): Error | null {
  const items = arrayHeader(l);
  if (items < 0) return null;
  if (items === 1) {
    const own = owner.references.get(float64(l));
    return (own instanceof Thrown ? own.value : own) as Error;
  }
  const handle = float64(l);
  const message = string(l);
  const goType = string(l);
  if (!nil(l)) number(l);
  const fields = bytes(l);
  const cause = readError(l, owner);
  const several = arrayHeader(l);
  const errors: Error[] = [];
  for (let i = 0; i < several; i++) errors.push(readError(l, owner)!);
  return owner.objects.receive(
    handle,
    undefined,
    (h) => new State(h, owner, undefined, goType),
    (state) => {
      const error = new GoError(message, {
        goType,
        fields: fields === null ? {} : unpack(fields),
        ...(cause && { cause }),
        ...(several >= 0 && { errors }),
      });
      keepState(error, state);
      return error;
    },
  ) as GoError;
}

/** A GoError or an object that is an error, or any JavaScript Error by name and message. */
export function writeError(l: Lane, x: unknown, owner: Owner): void {
  const state = stateOf(x);
  if (x === null || x === undefined) w.nil(l);
  else if (state !== undefined) w.double(l, handleOf(state, { owner }));
  else if (x instanceof Error || x instanceof Thrown) {
    const { name, message } = x instanceof Thrown ? { name: 'Error', message: x.message } : x;
    owner.references.sweepWhenLarge();
    w.arrayHeader(l, 3);
    w.string(l, String(name).toWellFormed());
    w.string(l, String(message).toWellFormed());
    w.double(l, l.hold(owner.references, x));
  } else refuse('Error or Go error', x);
  w.room(l, 0);
}

declare global {
  interface String {
    toWellFormed(): string;
  }
}
