import { asGoError, GoError, isGoError } from 'usegolib';
import { is, load } from './module.js';

const m = load('failures');

is<void>()(m.Fail());
is<number>()(m.Half(4));
is<[value: Error | null, ok: boolean]>()(m.Last(true));
const [value, ok] = m.Last(false);
is<Error | null>()(value);
is<boolean>()(ok);
m.Describe(new Error('x'));
m.Describe(m.Denied);
m.Describe(new m.CodeError());
try {
  m.FailCode(3);
} catch (error) {
  if (isGoError(error, m.ErrNotFound)) console.log('none');
  if (error instanceof GoError) is<string>()(error.goType);
  is<number | undefined>()(asGoError(error, m.CodeError)?.Code);
}
new m.CodeError({ Code: 1, Err: new GoError('x') });

// @ts-expect-error an error is thrown, not returned
export const [half, error] = m.Half(4);
// @ts-expect-error text is no error
m.Describe('x');
