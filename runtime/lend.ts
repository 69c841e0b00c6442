/** Memory that Go may write to while a call runs: what it wrote is there when the call has ended. */
export class Lent<T extends ArrayBufferView | ArrayBufferLike = ArrayBufferView | ArrayBufferLike> {
  readonly memory: T;
  constructor(memory: T) {
    this.memory = memory;
  }
}
