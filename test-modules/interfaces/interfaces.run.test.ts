import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('interfaces');

test('an interface value has the class of its dynamic type, or of the interface', () => {
  expect(m.NewShape('square')).toBeInstanceOf(m.Square);
  expect(m.NewShape('circle')).toBeInstanceOf(m.Circle);
  const hidden = m.NewShape('secret');
  expect(hidden).toBeInstanceOf(m.Shape);
  expect(hidden.Name()).toBe('secret');
  expect(hidden.goType).toBe('interfaces.secret');
  expect(m.NewShape('none')).toBeNull();
});

test('a value object has what the declared interface type promises', () => {
  const dot = m.NewShape('dot');
  expect(dot).toBe(new m.Dot(1));
  expect([dot.goType, dot.Name()]).toEqual(['interfaces.Dot', 'dot']);
  expect(dot.as(m.Dot)).toBe(dot);
  expect(dot.as(m.Shape)).toBe(dot);
  expect(dot.as(m.Rounded)).toBeUndefined();
  expect(dot.as(m.Square)).toBeUndefined();
  dot.dispose();
  expect(dot.Area()).toBe(0);
});

test('Go objects are interface arguments in the form that implements', () => {
  for (const [kind, area] of [
    ['square', 4],
    ['circle', 3],
    ['secret', 1],
  ] as const) {
    expect(m.Area(m.NewShape(kind))).toBe(area);
  }
  expect(m.Area(new m.Square({ Side: 3 }))).toBe(9);
  expect(m.Area(new m.Circle({ R: 2 }))).toBe(12);
});

test('an object that does not implement is refused', () => {
  expect(() => m.Area(m.Reader('x'))).toThrow(InvalidArgumentError);
  expect(() => m.Area({ Area: () => 1 })).toThrow(InvalidArgumentError);
});

test('readers of the standard library travel, and as() asserts', () => {
  expect(m.Drain(m.Reader('hello'))).toBe('hello');
  const shape = m.NewShape('square');
  expect(shape.as(m.Square)).toBeInstanceOf(m.Square);
  expect(shape.as(m.Circle)).toBeUndefined();
  expect(shape.as(m.Shape).Area()).toBe(4);
});
