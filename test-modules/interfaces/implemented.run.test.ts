import { describe, expect, it } from 'vitest';
import { sink, typed } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';
import { thrown } from '../../test/support/thrown.ts';

const m = await testModule('interfaces');

class Hexagon {
  #name = 'hexagon';
  side = 2;
  Area() {
    return 10;
  }
  Name() {
    return this.#name;
  }
}

describe('an object of JavaScript in Go code that knows nothing of it', () => {
  it('is encoded as JSON.stringify does', () => {
    expect(m.Marshal(new Hexagon())).toBe('{"shape":{"side":2}}');
    expect(m.Marshal(Object.assign(new Hexagon(), { toJSON: () => ['hex', '<ü>\n'] }))).toBe(
      '{"shape":["hex","\\u003cü\\u003e\\n"]}',
    );
    const mine = new Error('not now');
    const failing = Object.assign(new Hexagon(), {
      toJSON() {
        throw mine;
      },
    });
    expect(thrown(() => m.Marshal(failing)).cause).toBe(mine);
    expect(() => m.Marshal(Object.assign(new Hexagon(), { toJSON: () => undefined }))).toThrow(
      'JSON.stringify leaves out',
    );
    expect(() => m.Marshal(Object.assign(new Hexagon(), { side: 1n }))).toThrow(/BigInt/);
  });

  it('is refused by encodings that are not JSON', () => {
    expect(() => m.XML(new Hexagon())).toThrow('an object of JavaScript has no text in Go');
  });

  it('is printed with its own Error, String or toString', () => {
    const all = (text: string) => `${text}|${text}|${text.padStart(8)}|["${text}"]`;
    const anonymous = 'an object of JavaScript';
    expect(m.Print(new Hexagon())).toBe(all(anonymous));
    expect(m.Print(Object.assign(new Hexagon(), { String: () => 'hex' }))).toBe(all('hex'));
    expect(m.Print(Object.assign(new Hexagon(), { Error: () => 'broken', String: () => 'hex' }))).toBe(all('broken'));
    expect(m.Print(Object.assign(new Hexagon(), { toString: () => 'own' }))).toBe(all('own'));
  });
});

describe('optional methods', () => {
  const shape = { Area: () => 1, Name: () => 'x' };
  it('are seen by Go where the object has them, and otherwise not', () => {
    expect(m.Corners(shape)).toBe(-1);
    expect(m.Corners({ ...shape, Corners: () => 6 })).toBe(6);
    expect(m.Corners({ ...shape, Corners: 6 })).toBe(-1);
  });

  const reader = () => ({ Read: () => null });
  const [WriteTo, Seek, Close] = [() => 0n, () => 0n, () => {}];
  it('are seen in any combination', () => {
    expect(m.Abilities(reader())).toBe('');
    expect(m.Abilities({ ...reader(), Close })).toBe('Close');
    expect(m.Abilities({ ...reader(), WriteTo, Close })).toBe('WriteTo Close');
    expect(m.Abilities({ ...reader(), WriteTo, Seek, Close })).toBe('WriteTo Seek Close');
  });

  it('are called by the standard library', () => {
    const out = sink();
    const n = m.Transfer(out, {
      Read() {
        throw new Error('not this way');
      },
      WriteTo: (w: any) => BigInt(w.Write('all at once')),
    });
    expect([n, out.text()]).toEqual([11n, 'all at once']);
    const files = {
      Open() {
        throw new Error('not this way');
      },
      ReadFile: (name: string) => `the text of ${name}`,
    };
    expect(m.ReadFile(files, 'a.txt')).toBe('the text of a.txt');
  });

  it('leave the object one value for Go', () => {
    const one = { ...reader(), WriteTo, Close };
    expect(m.SameReader(one, one)).toBe(true);
    expect(m.SameReader(one, { ...one })).toBe(false);
  });

  it('do not stand in the way of Go objects', () => {
    expect(m.Abilities(m.Reader('x'))).toBe('WriteTo Seek');
    expect(m.Abilities('text')).toBe('WriteTo Seek Close');
  });
});

it('an interface is no class to make values of: the error says what is', () => {
  for (const make of [() => new m.Shape(new Hexagon()), () => typed(m.Shape, new Hexagon())]) {
    expect(thrown(make).message).toBe(
      'new interfaces.Shape: an interface has no values of its own: where Go wants this one, give it an object with its methods',
    );
  }
});
