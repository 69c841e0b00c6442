import { expect, test } from 'vitest';
import { asGoError, GoError, GoPanicError, isGoError } from '../../runtime/index.ts';
import { stateOf } from '../../runtime/object.ts';
import { testModule } from '../../test/support/test-module.ts';
import { thrown } from '../../test/support/thrown.ts';

const m = await testModule('failures');

test('an error result is thrown, with its chain', () => {
  const e = thrown(() => m.Fail());
  expect(e).toBeInstanceOf(GoError);
  expect(e.name).toBe('GoError');
  expect(e.message).toBe('look up: not found');
  expect(e.goType).toBe('*fmt.wrapError');
  expect(e.cause.message).toBe('not found');
  expect(isGoError(e, m.ErrNotFound)).toBe(true);
  expect(
    isGoError(
      thrown(() => m.Path()),
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
  const e = thrown(() => m.FailCode(7));
  expect(e.fields).toMatchObject({ Code: 7, Text: 'no' });
  const live = asGoError(e, m.CodeError) as { Code: number };
  expect(live.Code).toBe(7);
  expect(
    asGoError(
      thrown(() => m.Fail()),
      m.CodeError,
    ),
  ).toBeUndefined();
});

test('joined errors and a result beside the error', () => {
  expect(thrown(() => m.Join()).errors).toHaveLength(2);
  expect(thrown(() => m.Half(5)).result).toBe(2);
  expect(m.Half(4)).toBe(2);
  expect(thrown(() => m.Half(1)).result).toBeUndefined();
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
  expect(thrown(() => m.Same(mine))).toBe(mine);
  expect(Object.keys(mine)).toEqual(['extra']);
  expect(thrown(() => m.Wrap(mine)).cause).toBe(mine);
  expect(thrown(() => m.Wrap(mine)).message).toBe('wrapped: RangeError: mine');
  expect(
    isGoError(
      thrown(() => m.Wrap(mine)),
      mine,
    ),
  ).toBe(true);
  expect(
    isGoError(
      thrown(() => m.Wrap(mine)),
      new RangeError('mine'),
    ),
  ).toBe(false);
  m.Keep(mine);
  expect(thrown(() => m.Kept())).toBe(mine);
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
  expect(thrown(() => m.Kept())).toBe(kept);
});

test('panics are typed errors with the Go stack', () => {
  const e = thrown(() => m.Panic('boom'));
  expect(e).toBeInstanceOf(GoPanicError);
  expect(e.message).toContain('boom');
  expect(e.goStack).toContain('failures.Panic');
  expect(isGoError(thrown(() => m.PanicError()).cause, m.ErrNotFound)).toBe(true);
  expect(thrown(() => m.Index(5)).message).toContain('index out of range');
  expect(thrown(() => m.Nil())).toBeInstanceOf(GoPanicError);
  expect(m.Half(2)).toBe(1);
});

test('a value object that is an error stands wherever an error does', () => {
  const e = thrown(() => m.FailWith(m.Denied));
  expect(isGoError(e, m.Denied)).toBe(true);
  expect(isGoError(e, m.Missing)).toBe(false);
  expect(
    isGoError(
      thrown(() => m.FailWith(m.Missing)),
      m.ErrNotFound,
    ),
  ).toBe(true);
  expect(m.Describe(m.Denied)).toBe(m.Describe(e.cause));
  expect(thrown(() => m.Same(m.Denied)).message).toBe('code 13');
  expect(
    m.Codes(() => {
      throw m.Denied;
    }),
  ).toBe('code 13');
  expect(m.Codes(() => m.Missing)).toBe('code 2');
});

test('a sentinel that the module does not have is no question', () => {
  const e = thrown(() => m.Fail());
  expect(() => isGoError(e, m.ErrNotFuond)).toThrow(
    'isGoError: args[1]: want an error such as m.ErrNotFound, got undefined',
  );
  expect(isGoError(e)).toBe(true);
  expect(isGoError(e, null)).toBe(false);
});
