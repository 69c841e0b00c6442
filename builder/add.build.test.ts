import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/root.mjs';

test('two commands that add to one project at once both have their module in it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'usegolib-add-'));
  writeFileSync(join(dir, 'package.json'), '{ "name": "app" }\n');
  const env = { ...process.env, USEGOLIB_ARTIFACT_DIR: join(dir, 'store') };
  const add = (spec: string) =>
    new Promise<number | null>((resolve) => {
      const args = [join(root, 'dist/cli.js'), 'add', '--quiet', spec];
      spawn(process.execPath, args, { cwd: dir, env, stdio: ['ignore', 'ignore', 'inherit'] }).on('close', resolve);
    });
  try {
    expect(await Promise.all([add('strings'), add('path')])).toEqual([0, 0]);
    const { usegolib } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
    expect(usegolib.modules.sort()).toEqual(['path', 'strings']);
    expect(JSON.parse(readFileSync(join(dir, 'usegolib.lock'), 'utf8')).specs.sort()).toEqual(['path', 'strings']);
    expect(readdirSync(dir).sort()).toEqual(['.usegolib', 'package.json', 'store', 'usegolib.lock']);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
