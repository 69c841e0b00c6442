import { expect, test } from 'vitest';
import { GoTooOldError } from '../go-too-old.ts';
import { scanFailure } from './failure.ts';

const said = (failure: object) => scanFailure(`warning: noise\n${JSON.stringify(failure)}\n`);

test('what the scanner says is passed on', () => {
  const failure = { code: 'NOT_A_LIBRARY', message: 'there is no package to bind in x', output: 'a\n', hint: 'b' };
  expect(said(failure)).toMatchObject({ ...failure, output: 'a' });
  expect(said({ code: 'GO_FAILED', message: 'go list failed', command: 'go list' })).toMatchObject({
    command: 'go list',
  });
});

test.each([
  'cannot find module providing package example.org/Money: import lookup disabled by -mod=readonly',
  'a.go:3:8: no required module provides package example.org/Money; to add it:\n\tgo get example.org/Money',
])('%j is an incomplete go.mod', (output) => {
  expect(said({ code: 'GO_FAILED', message: 'package x does not compile', output })).toMatchObject({
    code: 'GO_MOD_INCOMPLETE',
    message: 'no go.mod lists the module of example.org/Money, which is imported',
    fix: 'go mod tidy',
    output,
  });
});

test('a dependency that needs a newer Go asks for it', () => {
  const output = 'go: module ../dep requires go >= 1.27 (running go 1.26.8; GOTOOLCHAIN=local)';
  const error = said({ code: 'GO_FAILED', message: 'go list failed', output, command: 'go list' });
  expect(error).toBeInstanceOf(GoTooOldError);
  expect(error).toMatchObject({ need: '1.27', command: 'go list' });
});

test.each(['', 'panic: runtime error', '{"code":'])('%j is a defect of ours', (stderr) => {
  expect(scanFailure(stderr)).toMatchObject({ code: 'INTERNAL', output: stderr });
});
