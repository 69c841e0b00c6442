import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { typeComplaints } from '../../scripts/check-types.mjs';
import { root } from '../../scripts/root.mjs';
import { writeFiles } from '../support/declarations.ts';

/** What `usegolib add` leaves in a project, as TypeScript sees it: `#go/…` is typed, and `importGo` by path. */
const folder = mkdtempSync(join(tmpdir(), 'project-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('an import of #go/… and importGo have the types of the module, and wrong uses do not compile', () => {
  writeFiles(folder, {
    'package.json': '{ "name": "app", "type": "module" }',
    'Own/go.mod': 'module example.org/Own\n\ngo 1.24\n',
    'Own/own.go': 'package own\n\n// Twice doubles.\nfunc Twice(n int) int { return 2 * n }\n',
    'program.ts': `
      import { importGo } from 'usegolib';
      import own, { Twice } from '#go/example.org/Own';
      export const number: number = Twice(21);
      export const same: typeof own = await importGo('example.org/Own');
      // @ts-expect-error: a number is wanted
      Twice('21');
      // @ts-expect-error: it has no such function
      (await importGo('example.org/Own')).Thrice;
    `,
  });
  const add = [join(root, 'dist/cli.js'), 'add', '--quiet', './Own'];
  execFileSync(process.execPath, add, {
    cwd: folder,
    env: { ...process.env, USEGOLIB_ARTIFACT_DIR: join(folder, 'store') },
  });
  rmSync(join(folder, 'store'), { recursive: true });
  expect(typeComplaints(folder, {}, ['.usegolib/types/register.d.ts'])).toBe('');
});
