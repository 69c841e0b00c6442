import { Late } from './late.ts';

/**
 * A buffer in Go where Go wants an `io.Writer`: `md.Convert('# hi', out)`, then `out.text()`. It belongs to the library it
 * is first passed to, and keeps what was written until `dispose()` or until it is collected.
 */
export class Sink extends Late {
  constructor() {
    super((owner) => owner.sink());
  }

  /** All bytes written so far. */
  bytes(): Uint8Array {
    const { state } = this;
    return state === undefined ? new Uint8Array(0) : state.owner.contents(state);
  }

  /** All text written so far; bytes that are not UTF-8 are replaced. */
  text(): string {
    return Buffer.from(this.bytes()).toString();
  }
}
