import { describe } from 'vitest';
import { SCALAR } from '../../abi/numbers.ts';
import { asGoError, deref, isGoError, ref, snapshot, typed } from '../../runtime/index.ts';
import { refuses } from '../../test/support/refused.ts';
import { testModule } from '../../test/support/test-module.ts';

/** What is refused where Go wants a record, an object, an interface or a value of the standard library, word by word. */

const names = ['records', 'objects', 'standard', 'values', 'opaque', 'interfaces', 'live-collections', 'failures'];
const [r, o, st, v, op, i, live, f] = await Promise.all(names.map(testModule));
const alive = () => {
  if (r.Mirror({ X: 1, Y: 2 }).X !== 2) throw new Error('the library no longer mirrors');
};
const disposed = o.NewCounter(1);
disposed.dispose();

describe('records', () => {
  const person = 'records.Echo: args[0]: records.Person has no field';
  const known = 'known are name, age, home, tags, meta, __proto___, id';
  refuses(
    [
      [() => r.Echo(null), 'records.Echo: args[0]: want records.Person, got null', 'ARGUMENT_NULL'],
      [() => r.Echo(5), 'records.Echo: args[0]: want records.Person, got 5', 'ARGUMENT_TYPE'],
      [() => r.Echo([]), 'records.Echo: args[0]: want records.Person, got an empty array', 'ARGUMENT_TYPE'],
      [() => r.Echo(new Date()), 'records.Echo: args[0]: want records.Person, got a Date', 'ARGUMENT_TYPE'],
      [() => r.Echo(new Map()), 'records.Echo: args[0]: want records.Person, got a Map of 0', 'ARGUMENT_TYPE'],
      [
        () => r.Echo(o.NewCounter(1)),
        'records.Echo: args[0]: want records.Person, got objects.Counter',
        'ARGUMENT_TYPE',
      ],
      [() => r.Echo({ nam: 'x' }), `${person} "nam"; did you mean "name"?`, 'ARGUMENT_KEY'],
      [() => r.Echo({ nam: undefined }), `${person} "nam"; did you mean "name"?`, 'ARGUMENT_KEY'],
      [() => r.Echo({ Visit: 1 }), `${person} "Visit"; ${known}`, 'ARGUMENT_KEY'],
      [() => r.Echo({ Secret: 'x' }), `${person} "Secret"; ${known}`, 'ARGUMENT_KEY'],
      [
        () => r.Echo(JSON.parse('{"__proto__":"x"}')),
        `${person} "__proto__"; did you mean "__proto___"?`,
        'ARGUMENT_KEY',
      ],
      [
        () => r.Echo({ name: 'a', Name: 'b' }),
        'records.Echo: args[0]: "name" and "Name" name the same field',
        'ARGUMENT_KEY',
      ],
      [() => r.Echo({ name: 5 }), 'records.Echo: args[0].name: want string, got 5', 'ARGUMENT_TYPE'],
      [() => r.Echo({ Name: 5 }), 'records.Echo: args[0].name: want string, got 5', 'ARGUMENT_TYPE'],
      [() => r.Echo({ age: 'x' }), 'records.Echo: args[0].age: want int, got "x"', 'ARGUMENT_TYPE'],
      [() => r.Echo({ home: { X: 'x' } }), 'records.Echo: args[0].home.X: want int, got "x"', 'ARGUMENT_TYPE'],
      [
        () => r.Echo({ home: { Z: 1 } }),
        'records.Echo: args[0].home: records.Point has no field "Z"; known are X, Y',
        'ARGUMENT_KEY',
      ],
      [() => r.Echo({ tags: ['a', 5] }), 'records.Echo: args[0].tags[1]: want string, got 5', 'ARGUMENT_TYPE'],
      [() => r.Echo({ meta: { k: 5 } }), 'records.Echo: args[0].meta.k: want string, got 5', 'ARGUMENT_TYPE'],
      [
        () => r.Many([{ name: 'a' }, { home: { X: 1, Y: 1.5 } }]),
        'records.Many: args[0][1].home.Y: want int, got 1.5',
        'ARGUMENT_TYPE',
      ],
      [() => r.EchoPtr(5), 'records.EchoPtr: args[0]: want records.Point, got 5', 'ARGUMENT_TYPE'],
      [() => r.Anonymous({ A: 1 }), 'records.Anonymous: args[0].A: want string, got 1', 'ARGUMENT_TYPE'],
      [
        () => new r.Point({ Z: 1 }),
        'new records.Point: args[0]: records.Point has no field "Z"; known are X, Y',
        'ARGUMENT_KEY',
      ],
      [() => new r.Point(5), 'new records.Point: args[0]: want records.Point, got 5', 'ARGUMENT_TYPE'],
      [
        () => ref(r.Point, { Z: 1 }),
        'ref(records.Point): args[0]: records.Point has no field "Z"; known are X, Y',
        'ARGUMENT_KEY',
      ],
      [
        () => Object.assign(ref(r.Point) as object, { value: { X: 'x' } }),
        'ref.value: args[0].X: want int, got "x"',
        'ARGUMENT_TYPE',
      ],
    ],
    alive,
  );
});

describe('objects and their literals', () => {
  refuses(
    [
      [
        () => o.Total(new o.Options()),
        'objects.Total: args[0]: want objects.Counter, got objects.Options',
        'ARGUMENT_TYPE',
      ],
      [
        () => o.Total(null),
        'objects.Total: args[0]: want objects.Counter (by value: {} is its zero value), got null',
        'ARGUMENT_NULL',
      ],
      [
        () => o.Configure({ Nam: 'a' }),
        'objects.Configure: args[0]: objects.Options has no field "Nam"; did you mean "Name"?',
        'ARGUMENT_KEY',
      ],
      [
        () => o.Configure({ private: 1 }),
        'objects.Configure: args[0]: objects.Options has no field "private"; known are Name, Limit, Inner, Next',
        'ARGUMENT_KEY',
      ],
      [
        () => o.Configure({ Inner: { N: 'x' } }),
        'objects.Configure: args[0].Inner.N: want int, got "x"',
        'ARGUMENT_TYPE',
      ],
      [
        () => o.Configure({ Next: { Next: { Limit: 1.5 } } }),
        'objects.Configure: args[0].Next.Next.Limit: want int, got 1.5',
        'ARGUMENT_TYPE',
      ],
      [() => o.Configure('x'), 'objects.Configure: args[0]: want objects.Options, got "x"', 'ARGUMENT_TYPE'],
      [() => o.Configure([]), 'objects.Configure: args[0]: want objects.Options, got an empty array', 'ARGUMENT_TYPE'],
      [
        () => o.Configure(Promise.resolve()),
        'objects.Configure: args[0]: want objects.Options, got a Promise',
        'ARGUMENT_TYPE',
      ],
      [
        () => o.Total(deref(o.NewCounter(1))),
        'objects.Total: args[0]: want objects.Counter, got deref(objects.Counter)',
        'ARGUMENT_TYPE',
      ],
      [
        () => Object.assign(new o.Options(), { Limit: 'x' }),
        'objects.Options.Limit: args[0]: want int, got "x"',
        'ARGUMENT_TYPE',
      ],
      [
        () => new o.Options(5),
        'new objects.Options: args[0]: want an object literal of objects.Options, got 5',
        'ARGUMENT_TYPE',
      ],
      [
        () => new o.Options(new o.Options()),
        'new objects.Options: args[0]: want an object literal of objects.Options, got objects.Options',
        'ARGUMENT_TYPE',
      ],
      [
        () => {
          o.Default = 5;
        },
        'objects.Default: args[0]: want objects.Options, got 5',
        'ARGUMENT_TYPE',
      ],
      [
        () => op.New(op.WithPort(1), 5),
        'opaque.New: args[1]: want a function for opaque.Option, got 5',
        'ARGUMENT_TYPE',
      ],
      [() => op.New(op.New()), 'opaque.New: args[0]: want opaque.Option, got *opaque.Server', 'ARGUMENT_TYPE'],
      [() => op.Reveal(op.New()), 'opaque.Reveal: args[0]: want opaque.hidden, got opaque.Server', 'ARGUMENT_TYPE'],
    ],
    alive,
  );
});

describe('receivers', () => {
  const alone = (method: (...args: unknown[]) => unknown, ...args: unknown[]) => method(...args);
  const want = 'objects.Counter.Add: this: want objects.Counter, as in x.Method(), got';
  refuses(
    [
      [() => o.Counter.prototype.Add.call({}, 1), `${want} a plain object`, 'ARGUMENT_TYPE'],
      [() => alone(o.Counter.prototype.Add, 1), `${want} undefined`, 'ARGUMENT_TYPE'],
      [() => o.Counter.prototype.Add.call(null, 1), `${want} null`, 'ARGUMENT_TYPE'],
      [() => o.Counter.prototype.Add.call(new o.Options(), 1), `${want} objects.Options`, 'ARGUMENT_TYPE'],
      [
        () => live.Values.prototype.get.call({}, 'a'),
        'live.Values.get: this: want live.Values, as in x.Method(), got a plain object',
        'ARGUMENT_TYPE',
      ],
      [
        () => v.Color.prototype.String.call(1),
        'values.Color.String: this: want values.Color, as in x.Method(), got 1',
        'ARGUMENT_TYPE',
      ],
      [
        () => alone(v.Blue.String),
        'values.Color.String: this: want values.Color, as in x.Method(), got undefined',
        'ARGUMENT_TYPE',
      ],
    ],
    alive,
  );
});

describe('what was disposed', () => {
  const gone = 'the objects.Counter was disposed; use it before its dispose() or the end of its scope';
  refuses(
    [
      [() => disposed.Add(1), `objects.Counter.Add: this: ${gone}`, 'DISPOSED'],
      [() => disposed.N, `objects.Counter.N: this: ${gone}`, 'DISPOSED'],
      [() => o.Total(disposed), `objects.Total: args[0]: ${gone}`, 'DISPOSED'],
      [() => o.Same(o.NewCounter(1), disposed), `objects.Same: args[1]: ${gone}`, 'DISPOSED'],
      [() => disposed.goType, `goType: this: ${gone}`, 'DISPOSED'],
      [() => disposed.as(o.Counter), `as: this: ${gone}`, 'DISPOSED'],
      [() => JSON.stringify(disposed), `toJSON: this: ${gone}`, 'DISPOSED'],
      [() => snapshot(disposed), `snapshot: args[0]: ${gone}`, 'DISPOSED'],
      [() => i.Area(deref(disposed)), `interfaces.Area: args[0]: ${gone}`, 'DISPOSED'],
    ],
    alive,
  );
});

describe('value objects and named types', () => {
  refuses(
    [
      [() => v.Mix('red', 1), 'values.Mix: args[0]: want values.Color or int, got "red"', 'ARGUMENT_TYPE'],
      [() => v.Mix(1, 1.5), 'values.Mix: args[1]: want values.Color or int, got 1.5', 'ARGUMENT_TYPE'],
      [() => v.Mix(null, 1), 'values.Mix: args[0]: want values.Color or int, got null', 'ARGUMENT_NULL'],
      [() => v.Mix(new v.ID('abcd'), 1), 'values.Mix: args[0]: want values.Color, got values.ID', 'ARGUMENT_TYPE'],
      [() => new v.Color('x'), 'new values.Color: args[0]: want int, got "x"', 'ARGUMENT_TYPE'],
      [() => typed(v.Color, 'x'), 'new values.Color: args[0]: want int, got "x"', 'ARGUMENT_TYPE'],
      [() => v.First('too long'), 'values.First: args[0]: an ID has 4 bytes', 'ARGUMENT_TEXT'],
      [() => v.ID.from('x'), 'values.ID.from: args[0]: an ID has 4 bytes', 'ARGUMENT_TEXT'],
      [() => v.ID.from(5), 'values.ID.from: args[0]: want string, got 5', 'ARGUMENT_TYPE'],
      [
        () => v.First(new Uint8Array(3)),
        'values.First: args[0]: want values.ID or Uint8Array of length 4, got a Uint8Array of 3',
        'ARGUMENT_LENGTH',
      ],
      [() => v.Warmer('x'), 'values.Warmer: args[0]: want float64, got "x"', 'ARGUMENT_TYPE'],
    ],
    alive,
  );
});

describe('interfaces', () => {
  const want = 'interfaces.Area: args[0]: want a Go object that implements interfaces.Shape, got';
  const methods = `${want.slice(0, -5)}, or an object with its methods (Area, Name), got`;
  refuses(
    [
      [() => i.Area(5), `${want} 5`, 'ARGUMENT_TYPE'],
      [() => i.Area({ Area() {} }), `${methods} a plain object without Name`, 'ARGUMENT_TYPE'],
      [() => i.Area(typed(v.Celsius, 1)), `${methods} a typed() value without Area, Name`, 'ARGUMENT_TYPE'],
      [
        () => i.Area(i.Reader('x')),
        'interfaces.Area: args[0]: *strings.Reader does not implement interfaces.Shape',
        'ARGUMENT_TYPE',
      ],
      [
        () => i.Area(v.Red),
        'interfaces.Area: args[0]: values.Color does not implement interfaces.Shape',
        'ARGUMENT_TYPE',
      ],
      [
        () => i.Area(deref(new i.Circle({ R: 1 }))),
        'interfaces.Area: args[0]: interfaces.Circle does not implement interfaces.Shape',
        'ARGUMENT_TYPE',
      ],
    ],
    alive,
  );
});

describe('live slices and maps', () => {
  const path = () => new live.Path([1]);
  refuses(
    [
      [() => live.NewValues().set('a', 'x'), 'live.Values.set: args[1]: want array, got "x"', 'ARGUMENT_TYPE'],
      [() => live.NewValues().set(5, ['x']), 'live.Values.set: args[0]: want string, got 5', 'ARGUMENT_TYPE'],
      [() => live.NewValues().get(5), 'live.Values.get: args[0]: want string, got 5', 'ARGUMENT_TYPE'],
      [() => live.Count({ x: 'y' }), 'live.Count: args[0].x: want array, got "y"', 'ARGUMENT_TYPE'],
      [() => live.Sorted([1, 'x']), 'live.Sorted: args[0][1]: want float64, got "x"', 'ARGUMENT_TYPE'],
      [() => path().set(5, 1), 'live.Path.set: args[0]: want an index below 1, got 5', 'ARGUMENT_RANGE'],
      [() => path().set(0, 'x'), 'live.Path.set: args[1]: want float64, got "x"', 'ARGUMENT_TYPE'],
      [() => path().at('x'), 'live.Path.at: args[0]: want an index, got "x"', 'ARGUMENT_TYPE'],
      [() => new live.Path({}), 'new live.Path: args[0]: want array, got a plain object', 'ARGUMENT_TYPE'],
      [() => new live.Path(5), 'new live.Path: args[0]: want the elements of live.Path, got 5', 'ARGUMENT_TYPE'],
    ],
    alive,
  );
});

describe('values of the standard library', () => {
  const time = 'want Date, GoTime, ISO 8601 text with a zone or Temporal';
  const duration = 'want number of ms, bigint of ns, or text such as "1m30s"';
  const circle: { self?: unknown } = {};
  circle.self = circle;
  refuses(
    [
      [() => st.Time('x'), `standard.Time: args[0]: ${time}, got "x"`, 'ARGUMENT_TEXT'],
      [() => st.Time(null), `standard.Time: args[0]: ${time}, got null`, 'ARGUMENT_NULL'],
      [() => st.Time(5), `standard.Time: args[0]: ${time}, got 5`, 'ARGUMENT_TYPE'],
      [
        () => st.Time('2024-02-03T10:00:00'),
        `standard.Time: args[0]: ${time}, got "2024-02-03T10:00:00"`,
        'ARGUMENT_TEXT',
      ],
      [
        () => st.Time(new Date(Number.NaN)),
        'standard.Time: args[0]: want a valid Date, got "Invalid Date"',
        'ARGUMENT_RANGE',
      ],
      [
        () => st.Time('2024-02-30'),
        'standard.Time: args[0]: want a date and time that exist, got "2024-02-30"',
        'ARGUMENT_TEXT',
      ],
      [() => st.Duration(null), `standard.Duration: args[0]: ${duration}, got null`, 'ARGUMENT_NULL'],
      [() => st.Duration(Number.NaN), `standard.Duration: args[0]: ${duration}, got NaN`, 'ARGUMENT_TYPE'],
      [() => st.Duration('x'), 'standard.Duration: args[0]: time: invalid duration "x"', 'ARGUMENT_TEXT'],
      [
        () => st.Duration(1e15),
        'standard.Duration: args[0]: want a duration of up to 292 years in ms, got 1000000000000000',
        'ARGUMENT_RANGE',
      ],
      [
        () => st.Duration(2n ** 63n),
        'standard.Duration: args[0]: want a duration of up to 292 years in ns, got 9223372036854775808n',
        'ARGUMENT_RANGE',
      ],
      [() => st.BigInt('5'), 'standard.BigInt: args[0]: want bigint or safe integer, got "5"', 'ARGUMENT_TYPE'],
      [() => st.BigInt(1.5), 'standard.BigInt: args[0]: want bigint or safe integer, got 1.5', 'ARGUMENT_TYPE'],
      [
        () => st.BigInt(2 ** 53),
        'standard.BigInt: args[0]: want bigint or safe integer, got 9007199254740992',
        'ARGUMENT_RANGE',
      ],
      [() => st.BigValue(null), 'standard.BigValue: args[0]: null where a value is needed', 'ARGUMENT_NULL'],
      [() => st.Rat('x'), 'standard.Rat: args[0]: "x" is no big.Rat', 'ARGUMENT_TEXT'],
      [
        () => st.Rat(Number.NaN),
        'standard.Rat: args[0]: want text or finite number for big.Rat, got NaN',
        'ARGUMENT_RANGE',
      ],
      [() => st.Rat({}), 'standard.Rat: args[0]: want text or number for big.Rat, got a plain object', 'ARGUMENT_TYPE'],
      [() => st.JSON(() => 1), 'standard.JSON: args[0]: want a value that has JSON, got a function', 'ARGUMENT_TYPE'],
      [
        () => st.JSON(circle),
        'standard.JSON: args[0]: want a value that has JSON, got a plain object (Converting circular structure to JSON)',
        'ARGUMENT_TYPE',
      ],
      [
        () => st.JSON({ a: 1n }),
        'standard.JSON: args[0]: want a value that has JSON, got a plain object (Do not know how to serialize a BigInt)',
        'ARGUMENT_TYPE',
      ],
      [
        () => st.Number(Number.NaN),
        'standard.Number: args[0]: want number, bigint or the text of one, got NaN',
        'ARGUMENT_TYPE',
      ],
      [() => st.Null(5), 'standard.Null: args[0]: want string, got 5', 'ARGUMENT_TYPE'],
    ],
    alive,
  );
});

describe("the package's own functions", () => {
  const aClass = 'want a class of a module object, such as m.T, got';
  refuses(
    [
      [() => ref(class {}), `ref: args[0]: ${aClass} a function`, 'ARGUMENT_TYPE'],
      [() => typed({} as never, 1), `typed: args[0]: ${aClass} a plain object`, 'ARGUMENT_TYPE'],
      [
        () => typed('float' as never, 1),
        `typed: args[0]: want a class or one of ${Object.keys(SCALAR).join(', ')}, got "float"`,
        'ARGUMENT_TYPE',
      ],
      [() => snapshot({}), 'snapshot: args[0]: want a Go object, got a plain object', 'ARGUMENT_TYPE'],
      [() => deref(5), 'deref: args[0]: want a Go object, got 5', 'ARGUMENT_TYPE'],
      [
        () => o.NewCounter(1).as(Map),
        'as: args[0]: want a class of usegolib.test/modules, such as m.T, got the function Map',
        'ARGUMENT_TYPE',
      ],
      [() => asGoError(f.ErrNotFound, 5 as never), `asGoError: args[1]: ${aClass} 5`, 'ARGUMENT_TYPE'],
      [() => isGoError(f.ErrNotFound, 5), 'isGoError: args[1]: want Error or Go error, got 5', 'ARGUMENT_TYPE'],
      [() => f.Describe('x'), 'failures.Describe: args[0]: want Error or Go error, got "x"', 'ARGUMENT_TYPE'],
    ],
    alive,
  );
});
