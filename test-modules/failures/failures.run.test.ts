import { expect, test } from 'vitest';
import { asGoError, GoError, GoPanicError, isGoError } from '../../runtime/index.ts';
import { stateOf } from '../../runtime/object.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('failures');

function caught(run: () => unknown): any {
  try {
    run();
  } catch (e) {
    return e;
  }
  throw new Error('nothing was thrown');
}

test('an error result is thrown, with its chain', () => {
  const e = caught(() => m.Fail());
  expect(e).toBeInstanceOf(GoError);
  expect(e.name).toBe('GoError');
  expect(e.message).toBe('look up: not found');
  expect(e.goType).toBe('*fmt.wrapError');
  expect(e.cause.message).toBe('not found');
  expect(isGoError(e, m.ErrNotFound)).toBe(true);
  expect(
    isGoError(
      caught(() => m.Path()),
      m.ErrNotFound,
    ),
  ).toBe(false);
  expect(e.stack).toContain('failures.run.test.ts');
});

test('sentinels keep their identity', () => {
  expect(m.ErrNotFound).toBe(m.ErrNotFound);
  expect(m.ErrNotFound).toBeInstanceOf(Error);
});

test('error types have fields, and a live object', () => {
  const e = caught(() => m.FailCode(7));
  expect(e.fields).toMatchObject({ Code: 7, Text: 'no' });
  const live = asGoError(e, m.CodeError) as { Code: number };
  expect(live.Code).toBe(7);
  expect(
    asGoError(
      caught(() => m.Fail()),
      m.CodeError,
    ),
  ).toBeUndefined();
});

test('joined errors and a result beside the error', () => {
  expect(caught(() => m.Join()).errors).toHaveLength(2);
  expect(caught(() => m.Half(5)).result).toBe(2);
  expect(m.Half(4)).toBe(2);
  expect(caught(() => m.Half(1)).result).toBeUndefined();
});

test('errors are arguments and results', () => {
  expect(m.Describe(null)).toBe('none');
  expect(m.Describe(m.ErrNotFound)).toBe('not found');
  expect(m.Describe(new TypeError('mine'))).toContain('mine');
  expect(m.Last(false)).toEqual([null, true]);
  expect(m.Last(true)[0]).toBeInstanceOf(GoError);
});

test('a JavaScript Error comes back from Go as the same object', () => {
  const mine = Object.assign(new RangeError('mine'), { extra: 1 });
  expect(caught(() => m.Same(mine))).toBe(mine);
  expect(Object.keys(mine)).toEqual(['extra']);
  expect(caught(() => m.Wrap(mine)).cause).toBe(mine);
  expect(caught(() => m.Wrap(mine)).message).toBe('wrapped: RangeError: mine');
  expect(
    isGoError(
      caught(() => m.Wrap(mine)),
      mine,
    ),
  ).toBe(true);
  expect(
    isGoError(
      caught(() => m.Wrap(mine)),
      new RangeError('mine'),
    ),
  ).toBe(false);
  m.Keep(mine);
  expect(caught(() => m.Kept())).toBe(mine);
});

test('Go lets go of the JavaScript Errors it no longer refers to', async () => {
  const { references } = stateOf(m.ErrNotFound)!.owner;
  const kept = new Error('kept');
  m.Keep(kept);
  for (let i = 0; i < 5000; i++) {
    m.Describe(new Error(`error ${i}`));
    if (i % 500 === 499) {
      m.Collect();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  expect(references.size).toBeLessThan(3000);
  expect(caught(() => m.Kept())).toBe(kept);
});

test('panics are typed errors with the Go stack', () => {
  const e = caught(() => m.Panic('boom'));
  expect(e).toBeInstanceOf(GoPanicError);
  expect(e.message).toContain('boom');
  expect(e.goStack).toContain('failures.Panic');
  expect(isGoError(caught(() => m.PanicError()).cause, m.ErrNotFound)).toBe(true);
  expect(caught(() => m.Index(5)).message).toContain('index out of range');
  expect(caught(() => m.Nil())).toBeInstanceOf(GoPanicError);
  expect(m.Half(2)).toBe(1);
});
