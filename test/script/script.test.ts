import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, it } from 'vitest';
import { writeProxy } from '../support/module-proxy.ts';
import { runScript } from '../support/script.ts';

/** The CLI as its user sees it, without a network: remote modules come from a proxy made of `modules/`. */
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'usegolib-proxy-'));
// Go makes what it downloads read-only; GOFLAGS=-modcacherw lets the test clean up.
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = {
  GOPROXY: writeProxy(join(here, 'modules'), join(folder, 'proxy')),
  GOMODCACHE: join(folder, 'mod'),
  GOFLAGS: '-modcacherw',
  GOSUMDB: 'off',
  NO_COLOR: '1',
  // For the script about a module of the world; empty is go's own default.
  REAL_GOPROXY: process.env['GOPROXY'] ?? '',
};

const scripts = readdirSync(here)
  .filter((name) => name.endsWith('.txtar'))
  .map((name) => ({ name, text: readFileSync(join(here, name), 'utf8') }));
const hasGolden = ({ text }: { text: string }) => /^cmp /m.test(text);

/** `npm run update` sets it: the goldens inside the scripts become what is printed now. */
const update = process.env['USEGOLIB_UPDATE'] === '1';

describe('the command line', () => {
  it.each(scripts.filter((script) => !hasGolden(script)))('$name', ({ name, text }) => {
    runScript(name, text, { ...env });
  });

  it.each(scripts.filter(hasGolden))('golden $name', ({ name, text }) => {
    const now = runScript(name, text, { ...env }, update);
    if (now !== text) writeFileSync(join(here, name), now);
  });
});
