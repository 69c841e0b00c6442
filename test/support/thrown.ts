/** What a call throws, whatever it is. */
export function thrown(call: () => unknown): any {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}
