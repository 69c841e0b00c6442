/**
 * Strict reading of JSON: each check returns the value with its type, or throws a `JsonPathError` that names the place:
 * `manifest.library.size: want an integer, got "12"`.
 */
export class JsonPathError extends Error {
  override readonly name = 'JsonPathError';
  /** Where: `manifest.modules[2].path`. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}

export interface Check<T> {
  (value: unknown, path: string): T;
  /** What it accepts, as JSON Schema (draft 2020-12); absent where a check is not published. */
  readonly schema?: JsonSchema;
}
export type Checked<C> = C extends Check<infer T> ? T : never;
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A check from a function, and what it accepts. */
export function check<T>(schema: JsonSchema, read: (value: unknown, path: string) => T): Check<T> {
  return Object.assign(read, { schema });
}

export const text = check({ type: 'string' }, (value, path) =>
  typeof value === 'string' ? value : refuse(path, 'a string', value),
);
export const boolean = check({ type: 'boolean' }, (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, 'true or false', value),
);
export const integer = check({ type: 'integer' }, (value, path) =>
  Number.isSafeInteger(value) ? (value as number) : refuse(path, 'an integer', value),
);
export const number = check({ type: 'number' }, (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(path, 'a number', value),
);
/** Any value of JSON. */
export const anything = check({}, (value) => value);

export function matching(pattern: RegExp, what: string): Check<string> {
  return check({ type: 'string', pattern: pattern.source }, (value, path) =>
    typeof value === 'string' && pattern.test(value) ? value : refuse(path, what, value),
  );
}

export function oneOf<const T extends readonly (string | number | boolean)[]>(...allowed: T): Check<T[number]> {
  return check({ enum: allowed }, (value, path) =>
    allowed.includes(value as T[number])
      ? (value as T[number])
      : refuse(path, allowed.map((v) => JSON.stringify(v)).join(' or '), value),
  );
}

export function list<T>(item: Check<T>): Check<T[]> {
  return check({ type: 'array', items: item.schema ?? {} }, (value, path) =>
    Array.isArray(value) ? value.map((v, i) => item(v, `${path}[${i}]`)) : refuse(path, 'an array', value),
  );
}

/** An object with any keys. */
export function record<T>(item: Check<T>): Check<Record<string, T>> {
  return check({ type: 'object', additionalProperties: item.schema ?? {} }, (value, path) =>
    Object.fromEntries(Object.entries(plain(value, path)).map(([key, v]) => [key, item(v, `${path}[${quote(key)}]`)])),
  );
}

/** One value, or an object of such values with any keys. */
export function oneOrRecord<T>(item: Check<T>): Check<T | Record<string, T>> {
  const many = record(item);
  return check({ anyOf: [item.schema ?? {}, many.schema ?? {}] }, (value, path) =>
    typeof value === 'object' && value !== null ? many(value, path) : item(value, path),
  );
}

/** An object with exactly these keys; those of `more` may be absent. A key that is not listed is an error. */
export function object<
  R extends Record<string, Check<unknown>>,
  O extends Record<string, Check<unknown>> = Record<never, never>,
>(required: R, more?: O): Check<{ [K in keyof R]: Checked<R[K]> } & { [K in keyof O]?: Checked<O[K]> }> {
  const known = new Map<string, Check<unknown>>(Object.entries({ ...required, ...more }));
  const schema = {
    type: 'object',
    // Made when it is asked for: few programs do.
    get properties() {
      return Object.fromEntries([...known].map(([key, { schema }]) => [key, schema ?? {}]));
    },
    required: Object.keys(required),
    additionalProperties: false,
  };
  return check(schema, (value, path) => {
    const from = plain(value, path);
    for (const key of Object.keys(from)) {
      if (!known.has(key))
        throw new JsonPathError(`${path}.${key}`, `unknown key; known are ${[...known.keys()].join(', ')}`);
    }
    for (const key of Object.keys(required)) {
      if (from[key] === undefined) throw new JsonPathError(`${path}.${key}`, 'missing');
    }
    const out: Record<string, unknown> = {};
    for (const [key, check] of known) if (from[key] !== undefined) out[key] = check(from[key], `${path}.${key}`);
    return out as never;
  });
}

/** Parses and checks a whole document. `name` begins every path. */
export function parseJson<T>(json: string, check: Check<T>, name: string): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new JsonPathError(name, `not JSON (${(cause as Error).message})`);
  }
  return check(value, name);
}

function plain(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return refuse(path, 'an object', value);
}

function refuse(path: string, want: string, got: unknown): never {
  throw new JsonPathError(path, got === undefined ? 'missing' : `want ${want}, got ${quote(got)}`);
}

function quote(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length <= 60 ? json : `${json.slice(0, 57)}…`;
}
