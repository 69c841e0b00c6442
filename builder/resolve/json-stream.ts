/** The go command prints one JSON object after the other. */
export function jsonStream<T>(text: string): T[] {
  return JSON.parse(`[${text.trim().replace(/\n\}\r?\n\{/g, '\n},\n{')}]`);
}
