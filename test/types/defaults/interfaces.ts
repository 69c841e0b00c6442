import { ref, sink } from 'usegolib';
import type { Circle, Shape } from '../go/usegolib.test/modules/interfaces.js';
import { is, load } from './module.js';

const m = load('interfaces');
const f = load('callbacks');

const s = m.NewShape('circle');
is<Shape | null>()(s);
is<Circle | undefined>()(s?.as(m.Circle));
is<Shape | undefined>()(new m.Circle().as(m.Shape));
m.Area(s);
m.Area(new m.Circle({ R: 2 }));
m.Area({ Area: () => 1, Name: () => 'mine' });
class Mine {
  Area() {
    return 1;
  }
  Name() {
    return 'mine';
  }
}
m.Area(new Mine());
m.Drain(m.Reader('text'));
m.Drain('text');
m.Drain({
  Read(p) {
    is<Uint8Array>()(p);
    return 0;
  },
});
m.Drain({ Read: () => null, Close() {} });
m.Corners({ Area: () => 1, Name: () => 'mine', Corners: () => 6 });
f.WriteTo(sink(), 'x');
f.WriteTo({ Write: (p) => p.length }, 'x');

// @ts-expect-error a method is missing
m.Area({ Area: () => 1 });
// @ts-expect-error a method gives something else
m.Area({ Area: () => 'x', Name: () => 'mine' });
// @ts-expect-error an optional method gives something else
m.Corners({ Area: () => 1, Name: () => 'mine', Corners: () => 'six' });
// @ts-expect-error an object without the methods
f.Describe(new f.Request());
// @ts-expect-error only Go implements what has unexported methods
f.TakeSealed({});
// @ts-expect-error an interface makes no values
new m.Shape();
// @ts-expect-error a sink is for writers
m.Drain(sink());

const place = m.NewFrame(s)!.Place()!;
is<Shape | null>()(place.value);
place.value = new Mine();
m.Replace(place, null);
m.Replace(ref(s), s);
// @ts-expect-error a place is no shape
m.Area(place);
// @ts-expect-error another kind of value
place.value = 'circle';
