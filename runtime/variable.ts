import type { Owner } from './handle.ts';
import { Late } from './late.ts';

/**
 * A variable that Go writes to: `const out = ref(); toml.Decode(text, out); out.value`. Where a `*T` is wanted it is a `T`;
 * where any value is wanted, it points to what its first value is in Go (`ref(0)` a `*int`), or to an `any`.
 */
export class Variable extends Late {
  #first: unknown;

  constructor(first: unknown) {
    super((owner: Owner) => owner.variable(this.#first));
    this.#first = first;
  }

  /** A fresh copy of what the variable holds. */
  get value(): unknown {
    const { state } = this;
    return state === undefined ? this.#first : state.owner.readVariable(state);
  }

  set value(value: unknown) {
    const { state } = this;
    if (state === undefined) this.#first = value;
    else state.owner.assignVariable(state, value);
  }
}
