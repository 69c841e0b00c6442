import type { Owner, State } from './handle.ts';

/**
 * A buffer in Go where Go wants an `io.Writer`: `md.Convert('# hi', out)`, then `out.text()`. It belongs to the library it
 * is first passed to, and keeps what was written until `dispose()` or until it is collected.
 */
export class Sink {
  #state: State | undefined;

  stateIn(owner: Owner): State {
    if (this.#state === undefined) {
      this.#state = owner.sink();
      owner.objects.track(this.#state, this);
    }
    return this.#state;
  }

  /** All bytes written so far. */
  bytes(): Uint8Array {
    return this.#state === undefined ? new Uint8Array(0) : this.#state.owner.contents(this.#state);
  }

  /** All text written so far; bytes that are not UTF-8 are replaced. */
  text(): string {
    return Buffer.from(this.bytes()).toString();
  }

  /** Gives the buffer back now. */
  dispose(): void {
    this.#state?.owner.objects.dispose(this.#state);
  }
}
