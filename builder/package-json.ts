import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** A package.json as far as `usegolib add` changes it. */
export interface PackageJson {
  usegolib?: { modules?: string[]; [option: string]: unknown };
  imports?: Record<string, unknown>;
  [key: string]: unknown;
}

/** Changes the package.json of a folder, in its own indentation and line ends. Nothing is written if nothing changes. */
export function editPackageJson(dir: string, edit: (json: PackageJson) => void): void {
  const file = realpathSync(join(dir, 'package.json'));
  const text = readFileSync(file, 'utf8');
  const json = JSON.parse(text) as PackageJson;
  edit(json);
  // One that is laid out in a way of its own stays so where its meaning is the same.
  if (JSON.stringify(json) === JSON.stringify(JSON.parse(text))) return;
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const now = `${JSON.stringify(json, null, indent)}${text.endsWith('\n') ? '\n' : ''}`;
  replaceFile(file, text.includes('\r\n') ? now.replaceAll('\n', '\r\n') : now);
}
