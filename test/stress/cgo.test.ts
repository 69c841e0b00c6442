import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hostTarget, TARGETS } from '../../manifests/target.ts';
import { root } from '../../scripts/root.mjs';
import { all } from './size.ts';

const store = mkdtempSync(join(tmpdir(), 'usegolib-cgo-'));
afterAll(() => rmSync(store, { recursive: true, force: true }));

/** Large C code, compiled for each target: minutes. */
const specs = ['github.com/mattn/go-sqlite3@v1.14.33', 'github.com/DataDog/zstd@v1.5.7', 'database/sql'];

describe.runIf(all)('modules with C code of their own', () => {
  it.each(TARGETS.map(({ id }) => id))('build for %s with Zig alone', (target) => {
    const flags = ['--quiet', '--json', '--allow-cgo', '--out', store, '--target', target];
    const out = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'build', ...flags, ...specs]);
    expect(JSON.parse(out.toString())).toMatchObject({ target, reused: false });
  });

  it.runIf(hostTarget())('are called: a database in memory, and a packed text', () => {
    const source = `
      import { importGo } from ${JSON.stringify(join(root, 'dist/start.js'))};
      const specs = ['database/sql', 'github.com/mattn/go-sqlite3', 'github.com/DataDog/zstd'];
      const [sql, , zstd] = await importGo(specs, { artifactDir: ${JSON.stringify(store)} });
      const db = sql.Open('sqlite3', ':memory:');
      db.SetMaxOpenConns(1);
      db.Exec('create table t (a int, b text)');
      console.log(db.Exec('insert into t values (?, ?), (?, ?)', 1, 'x', 2, 'y').RowsAffected());
      try { db.Exec('select * from nowhere'); } catch (error) { console.log(error.goType, error.message); }
      const text = new TextEncoder().encode('many words, '.repeat(1000));
      console.log(zstd.Decompress(null, zstd.Compress(null, text)).length);`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
    expect(out).toBe('2n\nsqlite3.Error no such table: nowhere\n12000\n');
  });
});
