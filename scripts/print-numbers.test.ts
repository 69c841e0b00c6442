import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printGo, printNumbers, printTypeScript } from './print-numbers.mjs';
import { root } from './root.mjs';

describe('the numbers of the ABI', () => {
  it.each(Object.entries(printNumbers()))('%s is printed from abi.json as it stands (npm run update)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  it('prints groups and single numbers under the names both sides use', () => {
    const numbers = { freesFlag: 8, status: { ok: 0, fault: 3 } };
    expect(printTypeScript(numbers)).toContain(
      'export const FREES_FLAG = 8;\nexport const STATUS = {\n  ok: 0,\n  fault: 3,\n}',
    );
    expect(printGo(numbers)).toContain('FreesFlag = 8\nStatusOk = 0\nStatusFault = 3\n');
  });
});
