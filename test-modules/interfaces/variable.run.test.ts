import { describe, expect, it } from 'vitest';
import { InvalidArgumentError, ref, snapshot } from '../../runtime/index.ts';
import { testModule } from '../../test/support/test-module.ts';

const m = await testModule('interfaces');
const mine = { Area: () => 5, Name: () => 'mine' };

describe('a pointer to an interface', () => {
  it('is a live place, whose value is read and assigned', () => {
    const frame = m.NewFrame(new m.Square({ Side: 2 }));
    const place = frame.Place();
    expect(place).toBe(frame.Place());
    expect(place.value).toBeInstanceOf(m.Square);
    expect(place.goType).toBe('*interfaces.Shape');
    expect(JSON.stringify(place)).toBe('{"value":{"Side":2}}');
    expect(snapshot(place)).toEqual({ value: place.value });
    place.value = mine;
    expect([frame.Name(), place.value]).toEqual(['mine', mine]);
    place.value = null;
    expect([frame.Name(), place.value]).toEqual(['empty', null]);
    expect(() => {
      place.value = { Area: () => 1 };
    }).toThrow(InvalidArgumentError);
  });

  it('goes back to Go as the same place', () => {
    const frame = m.NewFrame(null);
    m.Replace(frame.Place(), new m.Circle({ R: 1 }));
    expect(frame.Name()).toBe('circle');
    expect(() => m.Replace(frame, null)).toThrow('want *interfaces.Shape');
    expect(() => m.Replace(frame.Place().value, null)).toThrow(InvalidArgumentError);
  });

  it('may be a variable of JavaScript', () => {
    const place = ref(new m.Circle({ R: 1 })) as { value: any };
    m.Replace(place, new m.Dot(3));
    expect(place.value).toBe(new m.Dot(3));
    m.Replace(place, mine);
    expect(place.value).toBe(mine);
    const none = ref();
    m.Replace(none, m.NewShape('secret'));
    expect((none.value as any).Name()).toBe('secret');
    expect(() => m.Replace(ref(1), null)).toThrow(InvalidArgumentError);
  });

  it('is what JavaScript gets that Go calls', () => {
    const frame = m.NewFrame(new m.Square({ Side: 2 }));
    const seen: unknown[] = [];
    const Visit = (place: any) => {
      seen.push(place?.value.Name());
      if (place) place.value = mine;
    };
    frame.Accept({ Visit }, true);
    frame.Accept({ Visit }, false);
    expect([seen, frame.Name()]).toEqual([['square', undefined], 'mine']);
  });
});
