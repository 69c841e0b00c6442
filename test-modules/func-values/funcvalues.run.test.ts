import { describe, expect, it, test } from 'vitest';
import { GoError, InvalidArgumentError, isGoError, scope, typed } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';
import { thrown } from '../../test/support/thrown.ts';

const m = await testModule('func-values');

describe('a value of a named func type', () => {
  it('is made of a JavaScript function, and has the methods of its type', () => {
    const job = new m.FuncJob((name: string) => name.toUpperCase());
    expect(job('x')).toBe('X');
    expect(job.Run()).toBe('ran JOB');
    expect(job.goType).toBe('funcvalues.FuncJob');
    expect(job).toBeInstanceOf(m.FuncJob);
    expect(job).toBeInstanceOf(Function);
    expect(typed(m.FuncJob, (name: string) => name)).toBeInstanceOf(m.FuncJob);
    expect(m.FuncJob((name: string) => name).Run()).toBe('ran job'); // as Go writes a conversion
  });

  it('goes where an interface that it implements is wanted', () => {
    expect(m.RunJob(new m.FuncJob((name: string) => `a ${name}`))).toBe('ran a job');
    expect(thrown(() => m.RunJob(new m.Mapper((n: number) => n))).message).toContain(
      'funcvalues.Mapper does not implement funcvalues.Job',
    );
  });

  it('is what a function is refused for where methods are wanted', () => {
    expect(thrown(() => m.RunJob(() => 'x')).message).toBe(
      'funcvalues.RunJob: args[0]: want a Go object that implements funcvalues.Job, got a function; new funcvalues.FuncJob(f) makes one of a function',
    );
  });

  it('is made of a Go function too', () => {
    const { job, less } = m.Functions();
    expect(new m.FuncJob(job).Run()).toBe('ran JOB');
    expect(m.SameMapper(new m.Mapper(m.Double))(4)).toBe(8);
    expect(thrown(() => new m.FuncJob(less)).message).toContain(
      'want funcvalues.FuncJob, got func(string, string) bool',
    );
  });

  it('comes back as itself, whatever Go knows of it', () => {
    const job = new m.FuncJob((name: string) => name);
    expect(m.SameFuncJob(job)).toBe(job);
    expect(m.SameJob(job)).toBe(job);
    expect(m.Same(job)).toBe(job);
    expect(m.Type(job)).toBe('funcvalues.FuncJob');
    const mapper = new m.Mapper((n: number) => n);
    expect(m.SameMapper(mapper)).toBe(mapper);
    expect(m.Type(mapper)).toBe('funcvalues.Mapper');
  });

  it('is what a JavaScript function becomes where its methods may be wanted', () => {
    const echo = (name: string) => name;
    const job = m.SameFuncJob(echo);
    expect(job.Run()).toBe('ran job');
    expect(m.SameFuncJob(echo)).toBe(job);
    expect(m.SameJob(job).as(m.FuncJob)).toBe(job);
  });

  it('can be made where JavaScript cannot call it', () => {
    const f = new m.Named((hidden: any) => hidden.goType);
    expect(m.CallNamed(f)).toBe('func(chan int)');
    expect(f).toBeInstanceOf(m.Named);
  });

  it('is made of functions only', () => {
    expect(thrown(() => new m.FuncJob()).message).toBe(
      'new funcvalues.FuncJob: args[0]: want a function for funcvalues.FuncJob, got undefined',
    );
    expect(thrown(() => new m.FuncJob('x'))).toBeInstanceOf(InvalidArgumentError);
  });

  it('can be disposed', () => {
    const job = new m.FuncJob((name: string) => name);
    job.dispose();
    expect(thrown(() => job.Run()).name).toBe('DisposedError');
    expect(thrown(() => job('x')).name).toBe('DisposedError');
    expect(String(job)).toBe('[funcvalues.FuncJob, disposed]');
  });
});

describe('a function of the module', () => {
  it('reaches Go as itself: nothing crosses when Go calls it', () => {
    expect(m.IsLess(m.Less)).toBe(true);
    expect(m.IsLess((a: string, b: string) => m.Less(a, b))).toBe(false);
    expect(m.Sort(['b', 'c', 'a'], m.Less)).toEqual(['a', 'b', 'c']);
    expect(m.Map([1, 2], m.Double)).toEqual([2, 4]);
  });

  it('may return an error', () => {
    expect(m.IsParse(m.Parse)).toBe(true);
    expect(m.ParseAll(['1', '2'], m.Parse)).toEqual([1, 2]);
    expect(thrown(() => m.ParseAll(['x'], m.Parse))).toBeInstanceOf(GoError);
  });

  it('may be generic', () => {
    expect(m.IsLarger(m.Larger)).toBe(true);
  });

  it('is called by way of JavaScript where its type is another one', () => {
    expect(m.Map([1, 2], m.Identity)).toEqual([1, 2]);
  });

  it('stays itself in any', () => {
    expect(m.Type(m.Less)).toBe('func(string, string) bool');
    expect(m.Call(m.Parse, '12')).toBe(12);
    expect(isGoError(thrown(() => m.Call(m.Parse, 'x')))).toBe(true);
    expect(m.Same(m.Less)('a', 'b')).toBe(true);
    expect(m.Type(m.Identity)).toBe('func(...interface {}) (interface {}, error)');
  });
});

describe('a JavaScript function in any', () => {
  it('is a Go function that takes and gives anything', () => {
    expect(m.Type(() => 1)).toBe('func(...interface {}) (interface {}, error)');
    expect(m.Call((a: number, b: string) => ({ [b]: [a] }), 1, 'x')).toEqual({ x: [1] });
    expect(m.Call((...all: unknown[]) => all.length)).toBe(0);
    expect(m.Call(() => undefined)).toBeNull();
    expect(m.Call((f: (n: number) => number) => f(20), m.Double)).toBe(40);
  });

  it('that throws gives Go its error, and the caller the very object', () => {
    const mine = new RangeError('mine');
    const call = () =>
      m.Call(() => {
        throw mine;
      });
    expect(thrown(call)).toBe(mine);
  });

  it('cannot be async, nor give what Go cannot hold', () => {
    expect(thrown(() => m.Call(async () => 1)).message).toContain('cannot be async');
    // biome-ignore lint/suspicious/noThenProperty: any object may have one
    expect(thrown(() => m.Call(() => ({ then() {} }))).message).toContain('cannot be async');
    expect(thrown(() => m.Call(() => Symbol('s'))).message).toBe(
      'the function for func(...any) (any, error): result: want a value that Go can hold, got Symbol(s)',
    );
  });

  it('comes back as itself, at any depth', () => {
    const f = () => 1;
    expect(m.Same(f)).toBe(f);
    expect(m.Same({ a: [f] }).a[0]).toBe(f);
    expect(m.Same(new Map([[1, f]])).get(1)).toBe(f);
  });

  it('is no class of a Go type', () => {
    expect(thrown(() => m.Type(m.FuncJob)).message).toContain(
      'want a value that Go can hold, got the function FuncJob',
    );
  });
});

describe('a function of Go in any', () => {
  const functions = m.Functions();

  it('is callable, with its methods', () => {
    expect(functions.mapper(4)).toBe(8);
    expect(functions.job.Run()).toBe('ran JOB');
    expect(functions.less('a', 'b')).toBe(true);
    expect(functions.job).toBeInstanceOf(m.FuncJob);
    expect(m.IsLess(functions.less)).toBe(true);
  });

  it('of a type that no signature names takes what fits its parameters', () => {
    const { divide, split, join, total, panics } = functions;
    expect(divide(84, 2n)).toBe(42);
    expect(thrown(() => divide(1, 0)).message).toBe('division by zero');
    expect(split(2.5)).toEqual([2, 0.5]);
    expect(join('-', 'a', 'b')).toBe('a-b');
    expect(join('-')).toBe('');
    expect(total([1, 2.5])).toBe(3.5);
    expect(divide.goType).toBe('func(uint8, uint8) (uint8, error)');
    expect(m.Type(divide)).toBe(divide.goType);
    expect(thrown(() => divide(1, 256)).message).toBe('Go function: args[1]: want uint8, got int that does not fit');
    expect(thrown(() => divide(1)).message).toContain('func(uint8, uint8) (uint8, error) called with 1 arguments');
    expect(thrown(() => panics()).message).toContain('mine');
    divide.dispose();
    expect(thrown(() => divide(1, 1)).name).toBe('DisposedError');
  });
});

test('a JavaScript function that Go keeps comes back as itself', () => {
  const f = (n: number) => n + 1;
  const other = (n: number) => n - 1;
  expect(m.SameMapper(f)).toBe(f);
  const hooks = new m.Hooks({ OnNumber: f, ByName: { f, other }, Any: f });
  expect(hooks.OnNumber).toBe(f);
  expect(hooks.ByName).toEqual({ f, other });
  expect(hooks.ByName.other).toBe(other);
  expect(hooks.Any).toBe(f);
  expect(hooks.Use(1)).toBe(2);
  hooks.OnNumber = other;
  expect(hooks.OnNumber).toBe(other);
  expect(hooks.Use(1)).toBe(0);
});

test('a scope keeps the function that it gives', () => {
  let other: any;
  const kept = scope(() => {
    other = new m.Mapper((n: number) => n);
    return new m.Mapper((n: number) => n + 1);
  });
  expect(kept(1)).toBe(2);
  expect(thrown(() => other(1)).name).toBe('DisposedError');
});

test('a function of Go is one object as long as it lives', () => {
  const hooks = new m.Hooks({ OnNumber: m.Double });
  const double = hooks.OnNumber;
  expect(double).not.toBe(m.Double);
  expect(hooks.OnNumber).toBe(double);
  expect(double(3)).toBe(6);
});
