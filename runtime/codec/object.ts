import { ANY } from '../../abi/numbers.ts';
import type { ClassSlot } from '../handle.ts';
import { State } from '../handle.ts';
import type { Lane } from '../lane.ts';
import { Late } from '../late.ts';
import { GoValue, stateOf } from '../object.ts';
import { nil as readNil } from './read.ts';
import { foreign, Refusal, refuse, refuseNull } from './refusal.ts';
import { double, nil, room, string, tag } from './write.ts';

/** Handles: of objects, receivers, interfaces and opaque values. */

type Write = (l: Lane, x: unknown) => void;

/** A usable handle of this library. */
export function handleOf(state: State, { owner }: { owner: State['owner'] }): number {
  if (state.owner !== owner) {
    throw foreign(state.label, state.owner.label, owner.label);
  }
  if (state.handle === 0) {
    throw new Refusal(
      `the ${state.label} was disposed; use it before its dispose() or the end of its scope`,
      'DISPOSED',
    );
  }
  return state.handle;
}

export function object(l: Lane, x: unknown, slot: ClassSlot, pointer: boolean): void {
  const state = stateOf(x);
  if (state !== undefined) {
    if (state.slot !== slot && state.owner === slot.owner && known(state) && state.slot?.id !== slot.id) {
      refuse(slot.want, x);
    }
    double(l, handleOf(state, slot));
  } else if (x === null || x === undefined) {
    if (!pointer) refuseNull(`${slot.want} (by value: {} is its zero value)`, x);
    nil(l);
  } else if (x instanceof Late && slot.type.of === 'variable') late(l, x, slot.owner);
  else if (typeof x === 'string' && slot.type.text) string(l, x);
  else if (typeof x === 'object' && slot.literal && GoValue.slotOf(x) === undefined) (slot.literal as Write)(l, x);
  else refuse(slot.want, x);
  room(l, 0);
}

/** What is only known by its interface may be anything: Go decides. */
function known(state: State): boolean {
  return state.slot !== undefined && state.slot.type.of !== 'interface';
}

export function receiver(l: Lane, self: unknown, slot: ClassSlot): void {
  const state = stateOf(self);
  if (state === undefined || (state.slot !== slot && state.owner === slot.owner)) {
    refuse(`${slot.want}, as in x.Method()`, self, 'ARGUMENT_TYPE');
  }
  double(l, handleOf(state, slot));
}

export function readObject(l: Lane, slot: ClassSlot): object | null {
  if (readNil(l)) return null;
  l.pos += 9;
  return receiveObject(l.view.getFloat64(l.pos - 8), slot);
}

export function receiveObject(handle: number, slot: ClassSlot): object {
  const { owner } = slot;
  return owner.objects.receive(
    handle,
    slot,
    (h) => new State(h, owner, slot, slot.want),
    (state) => new slot.js(state),
  );
}

/** A value object's slot: the object, what is under it, or text that Go reads. */
export function value(l: Lane, x: unknown, slot: ClassSlot, under: Write, text: boolean): void {
  const own = GoValue.slotOf(x);
  if (own !== undefined && own !== slot) refuse(slot.want, x);
  if (text && typeof x === 'string') string(l, x);
  else {
    try {
      under(l, own === undefined ? x : (x as GoValue).valueOf());
    } catch (e) {
      throw e instanceof Refusal && e.path === '' ? named(e, slot.want) : e;
    }
  }
  room(l, 0);
}

/** `want int` of a named type: `want values.Color or int`. */
function named({ problem, code }: Refusal, want: string): Refusal {
  return new Refusal(problem.replace(/^want /, `want ${want} or `), code);
}

/** A Go value that only travels. */
export function opaque(l: Lane, x: unknown, slot: ClassSlot): void {
  if (x === null || x === undefined) nil(l);
  else {
    const state = stateOf(x) ?? refuse(slot.want, x);
    double(l, handleOf(state, slot));
  }
}

/** A `ref` where a pointer to a record is wanted. */
export function writeRef(l: Lane, x: unknown, slot: ClassSlot): void {
  double(l, handleOf(stateOf(x)!, slot));
}

/** A sink or variable where a pointer is wanted. */
export function late(l: Lane, x: Late, owner: State['owner']): void {
  const handle = handleOf(x.stateIn(owner), { owner });
  tag(l, ANY.object);
  double(l, handle);
}
