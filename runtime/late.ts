import type { Owner, State } from './handle.ts';
import { makeUsable } from './object.ts';

/** A Go value that JavaScript asks for before it is known which library it will belong to: the first it is passed to. */
export class Late {
  readonly #make: (owner: Owner) => State;
  #state: State | undefined;

  constructor(make: (owner: Owner) => State) {
    this.#make = make;
  }

  /** Undefined until it was passed to Go. */
  protected get state(): State | undefined {
    return this.#state;
  }

  stateIn(owner: Owner): State {
    if (this.#state === undefined) {
      this.#state = this.#make(owner);
      owner.objects.track(this.#state, this);
    }
    return this.#state;
  }

  /** Gives the Go value back now. */
  dispose(): void {
    this.#state?.owner.objects.dispose(this.#state);
  }
}

makeUsable(Late.prototype);
