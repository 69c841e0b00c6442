import type { ClassSlot } from '../handle.ts';
import type { Lane } from '../lane.ts';
import { Late } from '../late.ts';
import { Deref, GoValue, stateOf } from '../object.ts';
import { implementation, source } from './callable.ts';
import { handleOf } from './object.ts';
import { describe, Refusal } from './refusal.ts';
import { arrayHeader, double, integer, nil, room } from './write.ts';

type Write = (l: Lane, x: unknown) => void;

/** An interface's slot: a Go value that implements it, or what JavaScript has for it. */
export function dynamic(l: Lane, x: unknown, slot: ClassSlot, under: (id: number) => Write): void {
  if (x === null || x === undefined) {
    nil(l);
    return;
  }
  const state = stateOf(x);
  if (state !== undefined) double(l, handleOf(state, slot));
  else if (x instanceof Deref) {
    arrayHeader(l, 1);
    double(l, handleOf(x.state, slot));
  } else {
    // A typed value of a type without methods implements no interface that has some: it is refused too.
    const own = GoValue.slotOf(x);
    if (own === undefined) {
      if (x instanceof Late) double(l, handleOf(x.stateIn(slot.owner), slot));
      else if (!source(l, x, slot)) implementation(l, x, slot);
      return;
    }
    if (own.owner !== slot.owner) {
      throw new Refusal(
        `the ${describe(x)} belongs to the library of ${own.owner.label}, not to that of ${slot.owner.label}; import both modules in one importGo([...])`,
        'FOREIGN_OBJECT',
      );
    }
    arrayHeader(l, 2);
    integer(l, own.id);
    under(own.id)(l, (x as GoValue).valueOf());
  }
  room(l, 0);
}
