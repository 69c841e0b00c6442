import { asGoError, isGoError } from '../../../runtime/index.ts';
import { group } from '../group.ts';

group('jwt', ['github.com/golang-jwt/jwt/v5', 'crypto/ed25519'], ([jwt, ed25519]) => {
  const key = Buffer.from('AllYourBase');
  const sign = (claims: object, method = jwt.SigningMethodHS256) =>
    jwt.NewWithClaims(method, new jwt.MapClaims(claims)).SignedString(key);
  const foo = () => sign({ foo: 'bar', nbf: 1444478400 });
  const caught = (run: () => unknown) => {
    try {
      return run();
    } catch (error) {
      return error;
    }
  };
  return {
    signs: foo,
    'signs a tree of claims': () => sign({ b: [1, 'x', null], a: { c: 1.5 } }),
    'parses with a key function': () => {
      const keyOf = (token: any) => {
        if (token.Method.Alg() !== 'HS256') throw new Error(`unexpected signing method ${token.Header.alg}`);
        return key;
      };
      const token = jwt.Parse(foo(), keyOf);
      return [token.Valid, token.Claims.get('foo'), token.Header];
    },
    'gives the times of claims': () => {
      const { Claims } = jwt.Parse(foo(), () => key);
      return [Claims.GetNotBefore().Time, Claims.GetExpirationTime(), Claims.GetSubject()];
    },
    'refuses another key': () => jwt.Parse(foo(), () => Buffer.from('other')),
    'gives the token beside the error': () => {
      const error: any = caught(() => jwt.Parse(foo(), () => Buffer.from('other')));
      return [
        isGoError(error, jwt.ErrTokenSignatureInvalid),
        isGoError(error, jwt.ErrTokenExpired),
        error.result.Valid,
        error.result.Claims.get('foo'),
      ];
    },
    'says what the key function threw': () =>
      jwt.Parse(foo(), () => {
        throw new Error('no key');
      }),
    'wants a method of the list': () => jwt.Parse(foo(), () => key, jwt.WithValidMethods(['RS256'])),
    'refuses an expired token': () => jwt.Parse(sign({ exp: 1000 }), () => key),
    'asks JavaScript for the time': () =>
      jwt.Parse(
        sign({ exp: 1000 }),
        () => key,
        jwt.WithTimeFunc(() => new Date(500_000)),
      ).Valid,
    'parses into registered claims': () => {
      const claims = new jwt.RegisteredClaims({
        Issuer: 'me',
        Subject: 'you',
        Audience: ['a', 'b'],
        ExpiresAt: jwt.NewNumericDate(new Date(4e12)),
      });
      const signed = jwt.NewWithClaims(jwt.SigningMethodHS384, claims).SignedString(key);
      const out = new jwt.RegisteredClaims();
      const token = jwt.ParseWithClaims(signed, out, () => key, jwt.WithIssuer('me'), jwt.WithAudience('a'));
      return [signed, token.Valid, out.Subject, [...out.Audience], out.ExpiresAt.Time];
    },
    'refuses another issuer': () => jwt.Parse(sign({ iss: 'me' }), () => key, jwt.WithIssuer('you')),
    'validates by a method of JavaScript': () => {
      const claims = {
        GetExpirationTime: () => jwt.NewNumericDate(new Date(1000)),
        GetIssuedAt: () => null,
        GetNotBefore: () => null,
        GetIssuer: () => 'me',
        GetSubject: () => '',
        GetAudience: () => ['a'],
      };
      return jwt.NewValidator(jwt.WithIssuer('me')).Validate(claims);
    },
    'parses without a key': () => {
      const [token, parts] = jwt.NewParser(jwt.WithJSONNumber()).ParseUnverified(sign({ n: 5 }), new jwt.MapClaims());
      return [token.Valid, parts.length, token.Claims.get('n')];
    },
    'refuses what is no token': () => jwt.Parse('abc', () => key),
    'refuses a key of another type': () => jwt.New(jwt.SigningMethodHS256).SignedString('text'),
    'signs with a key pair': () => {
      const secret = ed25519.NewKeyFromSeed(new Uint8Array(32).fill(7));
      const signed = jwt.NewWithClaims(jwt.SigningMethodEdDSA, new jwt.MapClaims({ a: 1 })).SignedString(secret);
      return [signed, jwt.Parse(signed, () => secret.Public()).Valid];
    },
    'signs with a method of JavaScript': () => {
      const reverse = (text: string) => Buffer.from([...text].reverse().join(''));
      const method = {
        Alg: () => 'REV',
        Sign: reverse,
        Verify: (text: string, signature: Uint8Array) => {
          if (!reverse(text).equals(signature)) throw new Error('not reversed');
        },
      };
      jwt.RegisterSigningMethod('REV', () => method);
      const signed = sign({ a: 1 }, jwt.GetSigningMethod('REV'));
      return [signed, jwt.Parse(signed, () => null).Valid];
    },
  };
});

group('validator', ['github.com/go-playground/validator/v10'], ([validator]) => {
  const check = (value: unknown, tag: string) => validator.New().Var(value, tag) ?? 'valid';
  const own = (tag: string, valid: (field: any) => boolean) => {
    const validate = validator.New();
    validate.RegisterValidation(tag, valid);
    return (value: unknown, rule: string) => validate.Var(value, rule) ?? 'valid';
  };
  return {
    'accepts a value': () => check('me@example.org', 'required,email'),
    'refuses a value': () => check('me', 'required,email'),
    'refuses a missing value': () => check('', 'required'),
    'compares numbers': () => [check(5, 'gte=2,lte=7'), check(-0.5, 'lt=0')],
    'refuses a number': () => check(9, 'gte=2,lte=7'),
    'knows many formats': () => [
      check('192.168.0.1', 'ipv4'),
      check('https://example.org/x', 'url'),
      check('f47ac10b-58cc-4372-a567-0e02b2c3d479', 'uuid4'),
      check('#ff0000', 'hexcolor'),
    ],
    'looks into a list': () => check(['a', 'b', ''], 'min=1,dive,min=1'),
    'looks into a map': () => check({ a: 'x', b: '' }, 'dive,keys,len=1,endkeys,min=1'),
    'compares two values': () => validator.New().VarWithValue('abc', 'abcd', 'eqfield'),
    'validates a map by rules': () => {
      const rules = { name: 'required,min=2', age: 'gte=18', mail: 'omitempty,email' };
      const wrong = validator.New().ValidateMap({ name: 'x', age: 1, mail: '' }, rules);
      return Object.entries(wrong)
        .map(([name, error]) => `${name}: ${error}`)
        .sort();
    },
    'registers an alias': () => {
      const validate = validator.New();
      validate.RegisterAlias('colour', 'hexcolor|rgb');
      return validate.Var('nope', 'colour');
    },
    'asks a function of JavaScript': () => own('even', (field) => field.Field().Int() % 2n === 0n)(4, 'required,even'),
    'is refused by a function of JavaScript': () => own('even', (field) => field.Field().Int() % 2n === 0n)(3, 'even'),
    'gives a function its parameter': () =>
      own('starts', (field) => field.Field().String().startsWith(field.Param()))('abc', 'starts=ab'),
    'gives its errors as objects': () => {
      try {
        return check('me', 'required,email');
      } catch (error) {
        const errors: any = asGoError(error, validator.ValidationErrors);
        return [...errors].map((one) => [one.Tag(), one.Param(), one.Value(), one.Kind().String()]);
      }
    },
    'panics for a rule that does not exist': () => check(1, 'nosuch'),
    'wants a struct': () => validator.New().Struct(1),
  };
});

group('cron', ['github.com/robfig/cron/v3', 'time'], ([cron, time]) => {
  const at = (...date: [number, number, number?, number?]) => new Date(Date.UTC(...date));
  const next = (spec: string, from: Date) => cron.ParseStandard(spec).Next(from);
  return {
    'finds the next time': () => next('30 4 * * 1-5', at(2026, 0, 2, 5)),
    'finds a far time': () => next('0 0 29 2 *', at(2026, 0)),
    'knows descriptors': () => [next('@daily', at(2026, 0)), next('@every 1h30m', at(2026, 0))],
    'knows zones': () => next('CRON_TZ=UTC 0 6 * * ?', at(2026, 0)),
    'refuses a wrong spec': () => cron.ParseStandard('* * *'),
    'refuses a wrong number': () => cron.ParseStandard('61 * * * *'),
    'parses with other fields': () =>
      cron
        .NewParser(cron.Second | cron.Minute | cron.Hour)
        .Parse('5 * *')
        .Next(at(2026, 0)),
    'repeats after a time': () => [cron.Every(90_000).Delay, cron.Every(90_000).Next(at(2026, 0))],
    'keeps entries': () => {
      const jobs = cron.New(cron.WithLocation(time.UTC));
      const first = jobs.AddFunc('* * * * *', () => {});
      const second = jobs.AddFunc('@hourly', () => {});
      jobs.Remove(first);
      return [first, second, jobs.Entries().length, jobs.Entry(first).Valid(), jobs.Entry(second).Valid()];
    },
    'runs a function': () => {
      let runs = 0;
      const jobs = cron.New();
      const entry = jobs.Entry(
        jobs.AddFunc('* * * * *', () => {
          runs++;
        }),
      );
      entry.Job.Run();
      entry.WrappedJob.Run();
      return runs;
    },
    'runs an object': () => {
      let runs = 0;
      const jobs = cron.New(cron.WithSeconds());
      const id = jobs.AddJob('* * * * * *', { Run: () => void runs++ });
      jobs.Entry(id).Job.Run();
      return runs;
    },
    'wraps jobs in the order of the chain': () => {
      const log: string[] = [];
      const wrap = (name: string) => (job: any) => ({
        Run() {
          log.push(`${name} in`);
          job.Run();
          log.push(`${name} out`);
        },
      });
      cron
        .NewChain(wrap('a'), wrap('b'))
        .Then({ Run: () => void log.push('job') })
        .Run();
      return log;
    },
    'recovers, and tells a logger': () => {
      const log: unknown[] = [];
      const logger = { Info() {}, Error: (error: Error, message: string) => void log.push(error.message, message) };
      const fails = () => {
        throw new Error('boom');
      };
      cron.NewChain(cron.Recover(logger)).Then({ Run: fails }).Run();
      return log;
    },
    'asks a schedule': () => {
      const jobs = cron.New();
      const id = jobs.Schedule({ Next: (from: Date) => new Date(from.getTime() + 1000) }, { Run() {} });
      return jobs.Entry(id).Schedule.Next(at(2026, 0)).getTime();
    },
    'asks a parser': () => {
      const Parse = (spec: string) => cron.Every(spec === 'often' ? 1000 : 60_000);
      const jobs = cron.New(cron.WithParser({ Parse }));
      const id = jobs.AddFunc('often', () => {});
      return jobs.Entry(id).Schedule.Next(at(2026, 0)).getTime();
    },
  };
});
