import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importGo } from '../../runtime/index.ts';
import { generator } from '../stress/scenes/random.mjs';
import { all, size } from '../stress/size.ts';
import { type GoType, Types } from './types.ts';

/** Other types in each full run; the sample has its own for ever. */
const seed = Number(process.env.USEGOLIB_SEED ?? (all ? Date.now() % 1e9 : 20261121));
const { below } = generator(seed);
const types = new Types(below);
const list: GoType[] = Array.from({ length: size(60, 400) }, () => types.type(3));

const folder = mkdtempSync(join(tmpdir(), 'usegolib-property-'));
let m: any;

beforeAll(async () => {
  const source = `// Package property gives back what it gets.
package property

import (
	"math/big"
	"time"
)

var (
	_ *big.Int
	_ time.Duration
)

${types.declarations.join('\n')}
${list.map(({ go }, i) => `// Echo${i} gives back a ${go}.\nfunc Echo${i}(v ${go}) ${go} { return v }\n\n// Any${i} does so as any value.\nfunc Any${i}(v ${go}) any { return v }`).join('\n\n')}
`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), 'module example.test/property\n\ngo 1.24\n');
  writeFileSync(join(folder, 'property.go'), source);
  m = await importGo(folder, { artifactDir: join(folder, 'store'), buildIfMissing: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe(`random types (seed ${seed})`, () => {
  it.each(list.map(({ go, values }, i) => [go, i, values] as const))(
    '%s (%i) gives back every value',
    (go, i, values) => {
      fc.assert(
        fc.property(values, (value) => {
          expect(m[`Echo${i}`](value)).toEqual(value);
          if (go !== 'time.Duration') expect(m[`Any${i}`](value)).toEqual(value);
        }),
        { numRuns: size(25, 200), seed },
      );
    },
  );
});
