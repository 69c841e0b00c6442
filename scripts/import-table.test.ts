import { describe, expect, it } from 'vitest';
import { checkImports, complaint, cycles, importsOf } from './import-table.mjs';

const judge = (file: string, text: string) => importsOf(file, text).flatMap((found) => complaint(found) ?? []);

describe('the import table', () => {
  it('holds for every source file', () => {
    expect(checkImports()).toEqual([]);
  });

  it('names the line that lets the runtime import the builder', () => {
    const text = "import { join } from 'node:path';\nimport { build } from '../builder/build.ts';\n";
    expect(judge('runtime/import.ts', text)).toEqual(['runtime/import.ts:2: runtime must not import builder/build']);
  });

  it.each([
    ['runtime/call.ts', "import koffi from 'koffi';\n", 'runtime must not import the npm package koffi'],
    ['builder/seal.ts', "import { scan } from './scan.ts';\n", 'steps never import each other (builder/scan)'],
    ['builder/lock.ts', "import { build } from './build.ts';\n", 'must not import upwards (builder/build)'],
    ['manifests/store.ts', "import type { Found } from '../runtime/find.ts';\n", 'must not import runtime/find'],
    ['runtime/call.ts', "const m = await import('../builder/x.ts');\n", 'must not import builder/x'],
    [
      'bridge-go/bridge/wire/read.go',
      'package wire\n\nimport "usegolib.internal/bridge/call"\n',
      'must not import bridge/call',
    ],
    [
      'bridge-go/gen/main.go',
      'package main\n\nimport (\n\t"golang.org/x/mod/semver"\n)\n',
      'not of the standard library',
    ],
  ])('refuses in %s: %s', (file, text, message) => {
    expect(judge(file, text).join()).toContain(message);
  });

  it.each([
    ['runtime/native/koffi.ts', "import koffi from 'koffi';\n"],
    ['runtime/codec/codecs.ts', "import type {\n  Schema,\n  Type,\n} from '../../manifests/schema.ts';\n"],
    ['builder/build.ts', "import { seal } from './seal.ts';\n"],
    [
      'bridge-go/bridge/export/export.go',
      'package export\n\nimport (\n\t"unsafe"\n\n\t"usegolib.internal/bridge/call"\n)\n',
    ],
  ])('accepts in %s: %s', (file, text) => {
    expect(importsOf(file, text)).not.toEqual([]);
    expect(judge(file, text)).toEqual([]);
  });

  it('finds a cycle', () => {
    const edges = [
      { file: 'runtime/a.ts', line: 1, target: './b.ts' },
      { file: 'runtime/b.ts', line: 1, target: './a.ts' },
    ];
    expect(cycles(edges)).toEqual(['import cycle: runtime/a.ts → runtime/b.ts → runtime/a.ts']);
  });
});
