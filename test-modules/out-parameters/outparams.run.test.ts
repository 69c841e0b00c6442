import { expect, test } from 'vitest';
import { ref } from '../../runtime/index.ts';
import { caught } from '../../test/support/refused.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('out-parameters');

test('a ref is a variable that Go writes to', () => {
  const n = ref(1) as { value: unknown };
  expect(n.value).toBe(1);
  m.Int(n);
  m.Int(n);
  expect(n.value).toBe(85);
  n.value = 3;
  m.Int(n);
  expect(n.value).toBe(45);
  const text = ref('hi') as { value: string };
  m.Text(text);
  expect(text.value).toBe('hi!');
  const list = ref() as { value: number[] };
  m.List(list);
  m.List(list);
  expect(list.value).toEqual([1, 2, 1, 2]);
});

test('takes the type of the parameter it is first passed for', () => {
  const n = ref(0) as { value: unknown };
  m.Int64(n);
  expect(n.value).toBe(2n ** 60n);
  expect(caught(() => m.Int(n)).message).toContain('want *int, got *int64');
  expect(caught(() => m.Int(ref(1.5))).message).toContain('does not fit');
  const any = ref() as { value: unknown };
  m.Any(any);
  expect(any.value).toEqual({ a: 1 });
});

test('stands for a pointer where any value is wanted', () => {
  const out = ref() as { value: unknown };
  m.Decode('{"a": [1, {"b": null}]}', out);
  expect(out.value).toEqual({ a: [1, { b: null }] });
  const config = ref(m.Config) as { value: unknown };
  m.Decode('{"name": "n", "port": 7}', config);
  expect(config.value).toEqual({ name: 'n', port: 7 });
  m.Load(config);
  expect(config.value).toEqual({ name: 'loaded', port: 8 });
  const [a, b, c] = [ref(0), ref(''), ref(0.5)] as { value: unknown }[];
  expect(m.Scan('7 word 2.5', a, b, c)).toBe(3);
  expect([a!.value, b!.value, c!.value]).toEqual([7, 'word', 2.5]);
});

test('is one variable in Go, and a copy where none is passed', () => {
  const n = ref(1);
  expect(m.Same(n, n)).toBe(true);
  expect(m.Same(n, ref(1))).toBe(false);
  expect(() => m.Int(5)).not.toThrow();
  const disposed = ref(1) as { dispose(): void };
  m.Int(disposed);
  disposed.dispose();
  expect(caught(() => m.Int(disposed)).name).toBe('DisposedError');
});
