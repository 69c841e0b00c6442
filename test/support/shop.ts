import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

export const cli = join(root, 'dist/cli.js');

/** The Go module of `test/pack/shop` in a folder of its own, to be packaged there. */
export class Shop {
  readonly dir = realpathSync(mkdtempSync(join(tmpdir(), 'usegolib-shop-')));

  constructor() {
    cpSync(join(root, 'test/pack/shop'), join(this.dir, 'shop'), { recursive: true });
  }

  /** Packages it as `@me/shop` 1.2.3. The package that users install is the last. */
  package(out: string, ...flags: string[]): { name: string; folder: string; size: number }[] {
    const words = ['package', './shop', '--name', '@me/shop', '--version', '1.2.3', '--out', out, '--json', '--quiet'];
    const printed = execFileSync(process.execPath, [cli, ...words, ...flags], { cwd: this.dir, encoding: 'utf8' });
    return JSON.parse(printed).packages;
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
