import { type GoNamed, type GoValue, typed } from 'usegolib';
import type { Color, ID } from '../go/usegolib.test/modules/values.js';
import { is, load } from './module.js';

const m = load('values');

is<42>()(m.Answer);
is<4611686018427387904n>()(m.Big);
is<1267650600228229401496703205376n>()(m.Enormous);
is<'hello'>()(m.Greeting);
is<3.14159>()(m.Pi);
is<7n>()(m.Typed);
is<true>()(m.Yes);
is<Color>()(m.Red);
is<Color>()(m.Mix(m.Red, 2));
is<string>()(m.Red.String());
is<number>()(m.Red.valueOf());
export const value: GoValue = new m.Color(1);
is<ID>()(m.ID.from('00'));
is<Uint8Array>()(m.NewID('x').valueOf());
for (const byte of m.NewID('x')) is<number>()(byte);
is<number>()(m.Warmer(3));
export const named: GoNamed<number> = m.Celsius;
typed(m.Celsius, 3);
typed('int8', 3);
typed([m.Celsius], [3, 4]);
// @ts-expect-error an element of another type
typed([m.Celsius], ['3']);
is<Color>()(typed(m.Color, 1));

// @ts-expect-error a constant cannot be assigned
m.Answer = 42;
// @ts-expect-error nor be another
export const other: 41 = m.Answer;
// @ts-expect-error a value object is not the plain value
export const plain: number = m.Red;
// @ts-expect-error a method of the pointer, which a value does not have
m.NewID('x').UnmarshalText('y');
// @ts-expect-error text is no color
m.Mix('red', 1);
// @ts-expect-error a value that the type does not have
typed(m.Celsius, 'x');
// @ts-expect-error no type of Go
typed('int9', 3);
// @ts-expect-error a value of another type
m.Mix(m.NewID('x'), 1);
