import { createHash } from 'node:crypto';
import { sha256 } from '../../manifests/sha256.ts';

/** Go's hash of a module's files (`h1:`), collected file by file in any order. */
export class DirHash {
  readonly #lines: { name: string; sum: string }[] = [];

  add(name: string, data: Uint8Array): void {
    this.#lines.push({ name, sum: sha256(data) });
  }

  h1(): string {
    const sorted = this.#lines.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
    const hash = createHash('sha256');
    for (const { name, sum } of sorted) hash.update(`${sum}  ${name}\n`);
    return `h1:${hash.digest('base64')}`;
  }
}
