import type { ClassSlot } from '../handle.ts';
import type { Lane } from '../lane.ts';
import { Late } from '../late.ts';
import { Deref, GoValue, stateOf } from '../object.ts';
import { implementation, source } from './callable.ts';
import { handleOf } from './object.ts';
import { describe, foreign } from './refusal.ts';
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
  } else writeOther(l, x, slot, under);
  room(l, 0);
}

function writeOther(l: Lane, x: unknown, slot: ClassSlot, under: (id: number) => Write): void {
  const own = GoValue.slotOf(x);
  if (own !== undefined) {
    if (own.owner !== slot.owner) throw foreign(describe(x), own.owner.label, slot.owner.label);
    arrayHeader(l, 2);
    integer(l, own.id);
    under(own.id)(l, (x as GoValue).valueOf());
  } else if (x instanceof Late) double(l, handleOf(x.stateIn(slot.owner), slot));
  // A typed value of a type without methods implements no interface that has some: it is refused too.
  else if (!source(l, x, slot)) implementation(l, x, slot);
}
