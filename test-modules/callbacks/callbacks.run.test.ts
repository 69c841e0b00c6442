import { describe, expect, it, test } from 'vitest';
import { GoError, InvalidArgumentError, isGoError, sink } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';
import { thrown } from '../../test/support/thrown.ts';

const m = await testModule('callbacks');

describe('a JavaScript function', () => {
  it('is called with arguments and gives a result', () => {
    expect(m.Apply((x: number) => x * 2, 21)).toBe(42);
    expect(m.Sort(['b', 'c', 'a'], (a: string, b: string) => a > b)).toEqual(['c', 'b', 'a']);
    expect(m.Pair((sep: string, ...parts: string[]) => [parts.join(sep), parts.length])).toBe('a-b-c3');
    expect(m.Any((v: unknown) => [v, typeof v], { a: 1 })).toEqual([{ a: 1 }, 'object']);
  });

  it('stands in a field', () => {
    expect(m.Run({ Name: '>', Map: (s: string) => s.toUpperCase() }, 'x')).toBe('>X');
    expect(m.Run({ Name: '>' }, 'x')).toBe('x');
  });

  it('that throws gives Go its error, and the caller the very object', () => {
    const mine = new RangeError('mine');
    const seen: number[] = [];
    const e = thrown(() =>
      m.Walk(5, (i: number) => {
        seen.push(i);
        if (i === 2) throw mine;
      }),
    );
    expect(e).toBeInstanceOf(GoError);
    expect(e.message).toBe('walk: RangeError: mine');
    expect(e.cause).toBe(mine);
    expect(seen).toEqual([0, 1, 2]);
    const back = (value: unknown) =>
      thrown(() =>
        m.Try(() => {
          throw value;
        }),
      );
    expect(back(mine)).toBe(mine);
    expect(back('text')).toBe('text');
    expect(back(null)).toBe(null);
  });

  it('may throw a Go error', () => {
    const e = thrown(() =>
      m.Walk(3, () => {
        throw m.ErrStop;
      }),
    );
    expect(isGoError(e, m.ErrStop)).toBe(true);
  });

  it('may throw an object that is an error in Go', () => {
    const exit = m.Exit(3);
    expect(
      m.CodeOf(() => {
        throw exit;
      }),
    ).toBe(3);
    expect(
      m.CodeOf(() => {
        throw new m.Request({ Path: 'no error' });
      }),
    ).toBe(-1);
  });

  it('may return an error where that is all it gives, as Go functions do', () => {
    const mine = new RangeError('mine');
    expect(thrown(() => m.Try(() => mine))).toBe(mine);
    expect(thrown(() => m.Walk(3, () => mine)).cause).toBe(mine);
    expect(
      isGoError(
        thrown(() => m.Walk(3, () => m.ErrStop)),
        m.ErrStop,
      ),
    ).toBe(true);
    expect(m.CodeOf(() => m.Exit(7))).toBe(7);
    expect(thrown(() => m.Handle({ Serve: () => mine }, '/'))).toBe(mine);
    for (const nothing of [undefined, null, 5, true, 'text', {}]) expect(m.CodeOf(() => nothing)).toBe(0);
  });

  it('that throws where Go has no error panics in Go, and the thrown object comes out', () => {
    const mine = new Error('mine');
    expect(
      thrown(() =>
        m.Apply(() => {
          throw mine;
        }, 1),
      ),
    ).toBe(mine);
    expect(
      thrown(() =>
        m.Panics(() => {
          throw mine;
        }),
      ).message,
    ).toContain('recovered: mine');
    expect(m.Apply((x: number) => x, 1)).toBe(1);
  });

  it('calls Go in its turn, to any depth', () => {
    const go = (depth: number): number => (depth === 0 ? 0 : 1 + m.Apply((x: number) => go(x - 1), depth));
    expect(go(100)).toBe(100);
    expect(m.Nested(0, (again: (n: number) => number) => again(0))).toBe(0);
    let left = 20;
    expect(m.Nested(0, (again: (n: number) => number) => again(left-- > 0 ? 1 : 0))).toBe(20);
    expect(thrown(() => go(300))).toMatchObject({ code: 'TOO_DEEP' });
    expect(go(3)).toBe(3);
  });

  it('is called from any goroutine', () => {
    expect(m.Each(1000, (i: number) => i)).toBe(499_500);
  });

  it('that Go keeps is called in a later call, and after it fails with a typed error', async () => {
    m.Keep((s: string) => `kept ${s}`);
    expect(m.Kept('x')).toBe('kept x');
    m.Later();
    m.Start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(m.Result()).toContain('while JavaScript waits in a call into Go');
  });

  it('whose result Go cannot take is refused with its place', () => {
    expect(thrown(() => m.Apply(() => 'x', 1)).message).toBe(
      'the function for func(int) int: result: want int, got "x"',
    );
    expect(thrown(() => m.Apply(async () => 1, 1))).toBeInstanceOf(InvalidArgumentError);
    expect(thrown(() => m.Apply(async () => 1, 1)).message).toContain('cannot be async');
    expect(thrown(() => m.Pair(() => ['x'])).message).toContain('want an array of 2 results, got an array of 1');
    expect(thrown(() => m.Apply('x', 1)).message).toContain('want a function for func(int) int, got "x"');
  });

  it('gets and gives large text and bytes', () => {
    const large = 'x'.repeat(300_000);
    expect(m.Any((v: string) => v + v, large)).toHaveLength(600_000);
    const bytes = new Uint8Array(200_000).fill(9);
    expect(m.Any((v: Uint8Array) => v, bytes)).toEqual(bytes);
  });
});

describe('a function of Go', () => {
  it('is called, and goes back as itself', () => {
    const add = m.Adder(2);
    expect(add(40)).toBe(42);
    expect(m.Apply(add, 1)).toBe(3);
    expect(add.goType).toBe('func(int) int');
    expect(thrown(() => add('x'))).toBeInstanceOf(InvalidArgumentError);
    add.dispose();
    expect(thrown(() => add(1)).name).toBe('DisposedError');
  });

  it('with a name has its methods', () => {
    const h = m.Log((req: any) => req.Log(req.Path));
    expect(m.Handle(h, '/x')).toEqual(['before', '/x', 'after']);
    const request = new m.Request({ Path: '/y' });
    h.Serve(request);
    h(request);
    expect(request.Lines()).toHaveLength(6);
  });
});

describe('an object of JavaScript', () => {
  const square = { side: 2, Area() { return this.side ** 2; }, Name: () => 'square' }; // biome-ignore format: one line

  it('implements an interface', () => {
    expect(m.Describe(square)).toBe('square of 4');
    class Circle {
      r = 1;
      Area() {
        return 3 * this.r ** 2;
      }
      Name() {
        return 'circle';
      }
    }
    expect(m.Describe(new Circle())).toBe('circle of 3');
    expect(m.Handle({ Serve: (req: any) => req.Log('js') }, '/')).toEqual(['js']);
  });

  it('stands beside others, however many there are', () => {
    const named = (name: string) => ({ Area: () => 0, Name: () => name });
    const letters = [...'abcdefg'].map(named);
    const many = Array.from({ length: 6000 }, (_, i) => named(String(i % 10)));
    expect(m.Names(many, ...letters)).toBe(`${many.map((one) => one.Name()).join('')}abcdefg`);
  });

  it('comes back as itself', () => {
    expect(m.Same(square)).toBe(square);
  });

  it('implements interfaces of the standard library', () => {
    const list = [3, 1, 2];
    m.SortBy({
      Len: () => list.length,
      Less: (i: number, j: number) => list[i]! < list[j]!,
      Swap(i: number, j: number) {
        [list[i], list[j]] = [list[j]!, list[i]!];
      },
    });
    expect(list).toEqual([1, 2, 3]);
    const chunks: string[] = [];
    const writer = {
      Write(p: Uint8Array) {
        chunks.push(Buffer.from(p).toString());
        return p.length;
      },
    };
    expect(m.WriteTo(writer, 'hello')).toBe(6);
    expect(chunks).toEqual(['HELLO', '!']);
  });

  it('is a reader that fills Go memory', () => {
    const data = Buffer.from('some text to read');
    let at = 0;
    const reader = {
      Read(p: Uint8Array) {
        if (at === data.length) return null;
        const n = Math.min(5, p.length, data.length - at);
        p.set(data.subarray(at, at + n));
        at += n;
        return n;
      },
    };
    expect(m.Copy(reader)).toBe('some text to read');
    expect(thrown(() => m.Copy({ Read: () => 1e9 })).message).toContain('bytes were read, or null at the end');
    const mine = new Error('broken');
    expect(
      thrown(() =>
        m.Copy({
          Read() {
            throw mine;
          },
        }),
      ),
    ).toBe(mine);
  });

  it('without the methods is refused by name', () => {
    expect(thrown(() => m.Describe({ Name: () => 'x' })).message).toBe(
      'callbacks.Describe: args[0]: want a Go object that implements callbacks.Shape, or an object with its methods (Area, Name), got a plain object without Area',
    );
    expect(thrown(() => m.TakeSealed({})).message).toContain('it has the unexported method sealed');
  });
});

test('text and bytes are readers', () => {
  expect(m.Copy('text')).toBe('text');
  expect(m.Copy(new Uint8Array([65, 66]))).toBe('AB');
  expect(m.Copy('ä'.repeat(100_000))).toHaveLength(100_000);
  expect(thrown(() => m.WriteTo('text', 'x')).message).toContain('want a Go object that implements io.Writer');
});

test('a sink takes what Go writes', () => {
  const out = sink();
  expect(out.text()).toBe('');
  expect(m.WriteTo(out, 'hello')).toBe(6);
  expect(m.WriteTo(out, 'more')).toBe(5);
  expect(out.text()).toBe('HELLO!MORE!');
  expect(out.bytes()).toHaveLength(11);
  out.dispose();
  expect(thrown(() => m.WriteTo(out, 'x')).name).toBe('DisposedError');
});

test('ordinary calls go on while Go holds functions', () => {
  m.Keep((s: string) => s);
  for (let i = 0; i < 1000; i++) expect(m.Adder(i)(1)).toBe(i + 1);
});
