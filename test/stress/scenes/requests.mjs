/** Right requests for every function of a library, made from its schema alone: the frames that are damaged afterwards. */

/** @typedef {import('../../../manifests/schema.ts').Schema} Schema */
/** @typedef {import('../../../manifests/schema.ts').ClassType} ClassType */
/** @typedef {{ fn: number, params: number[], receiver?: number, results: number[] }} Callable */

/**
 * @param {Schema} schema
 * @param {string[]} [without] names of functions to leave out
 * @returns {Callable[]}
 */
export function callables({ packages, types }, without = []) {
  /** @type {Callable[]} */
  const all = [];
  /** @param {{ fn: number, name: string, params?: { type: number }[], results?: { type: number }[] }} func @param {number} [receiver] */
  const add = ({ fn, name, params = [], results = [] }, receiver) => {
    if (without.includes(name)) return;
    all.push({ fn, params: params.map(({ type }) => type), receiver, results: results.map(({ type }) => type) });
  };
  /** @param {number | undefined} fn @param {number[]} params @param {number} [receiver] */
  const plain = (fn, params, receiver) => fn !== undefined && all.push({ fn, params, receiver, results: [] });
  for (const { functions = [], variables = [] } of packages) {
    for (const func of functions) add(func);
    for (const { type, get, set } of variables) {
      plain(get, []);
      plain(set, [type]);
    }
  }
  types.forEach((type, id) => {
    if (type.kind !== 'class') return;
    for (const method of type.methods ?? []) add(method, id);
    for (const field of type.fields ?? []) {
      plain(field.get, [], id);
      plain(field.set, [field.type], id);
    }
    plain(type.snapshot, [], id);
    for (const [role, fn] of Object.entries(type.live ?? {})) {
      if (role === 'size' || role === 'all') plain(fn, [], id);
    }
  });
  return all;
}

/** Writes values of any type of a schema. */
export class Values {
  /** Live handles by class; whoever makes objects adds them. @type {Map<number, number[]>} */
  handles = new Map();

  /** @param {Schema} schema @param {import('./random.mjs').Random} random */
  constructor(schema, random) {
    this.schema = schema;
    this.random = random;
  }

  /** @param {Callable} callable */
  request({ params, receiver }) {
    /** @type {number[]} */
    const out = [];
    if (receiver !== undefined) this.receiver(out, receiver);
    for (const type of params) this.value(out, type, 0);
    return out;
  }

  /** What a request begins with that gives a handle back: once, or oftener than it was sent. */
  frees() {
    const [, handles] = this.random.pick([...this.handles, [0, [0]]]);
    const out = [0x92];
    float64(out, this.random.pick(handles));
    integer(out, 1 + this.random.below(2));
    return out;
  }

  /** @param {number[]} out @param {number} id */
  receiver(out, id) {
    const { value } = /** @type {ClassType} */ (this.schema.types[id]);
    if (value === undefined) return this.handle(out, id);
    out.push(0x92);
    integer(out, id);
    this.value(out, value, 1);
  }

  /** @param {number[]} out @param {number} id */
  handle(out, id) {
    const known = this.handles.get(id);
    if (known) float64(out, this.random.pick(known));
    else out.push(0xc0);
  }

  /** @param {number[]} out @param {number} id @param {number} depth @returns {unknown} */
  value(out, id, depth) {
    const { random } = this;
    const type = this.schema.types[id];
    if (depth > 4 || random.below(12) === 0) return out.push(0xc0);
    const count = random.below(4);
    switch (type.kind) {
      case 'bool':
        return out.push(0xc2 + random.below(2));
      case 'float32':
      case 'float64':
      case 'duration':
        return float64(out, random.below(1e6) / 8);
      case 'int64':
        return bytes(out, [0xd3, 0, 0, 0, 0, 0, 0, 0, random.byte()]);
      case 'uint64':
      case 'uintptr':
        return bytes(out, [0xcf, 0, 0, 0, 0, 0, 0, 0, random.byte()]);
      case 'complex64':
      case 'complex128':
        out.push(0x92);
        float64(out, 1);
        return float64(out, 2);
      case 'string':
        return text(out, random.pick(['', 'a', 'square', 'https://go.dev/?q=1', 'grüße 🙂', 'x'.repeat(40)]));
      case 'bigInt':
        return text(out, random.pick(['0', '-ff', '123456789abcdef0123456789abcdef']));
      case 'bigRat':
      case 'bigFloat':
      case 'jsonNumber':
        return text(out, random.pick(['1', '-2.5', '1e9']));
      case 'json':
        return text(out, '{"a":[1,2]}');
      case 'bytes':
        return bytes(out, [0xc4, count, ...Array.from({ length: count }, random.byte)]);
      case 'byteArray':
        return bytes(out, [0xc4, type.length, ...Array.from({ length: type.length }, random.byte)]);
      case 'numbers': {
        const size = (Number(/\d+/.exec(type.elem)?.[0]) / 8) * (type.length ?? count);
        return bytes(out, [0xc4, size, ...Array.from({ length: size }, random.byte)]);
      }
      case 'slice':
      case 'array': {
        const length = type.kind === 'array' ? type.length : count;
        out.push(0x90 + length);
        for (let i = 0; i < length; i++) this.value(out, type.elem, depth + 1);
        return;
      }
      case 'map':
        out.push(0x80 + count);
        for (let i = 0; i < count; i++) {
          this.value(out, type.key, depth + 1);
          this.value(out, type.elem, depth + 1);
        }
        return;
      case 'optional':
        return this.value(out, type.elem, depth);
      case 'named':
        return this.value(out, type.type, depth);
      case 'record':
        return this.fields(out, type.fields, depth);
      case 'value':
        return this.value(out, /** @type {ClassType} */ (this.schema.types[type.class]).value ?? 0, depth);
      case 'object': {
        const { literal } = /** @type {ClassType} */ (this.schema.types[type.class]);
        if (literal && random.below(2)) return this.fields(out, literal, depth);
        return this.handle(out, type.class);
      }
      case 'opaque':
        return this.handle(out, type.class);
      case 'interface': {
        const [id, handles] = random.pick([...this.handles, [0, [0]]]);
        if (random.below(2)) return float64(out, random.pick(handles));
        out.push(0x92);
        integer(out, id);
        return this.value(out, random.below(this.schema.types.length), depth + 1);
      }
      case 'error':
        out.push(0x92);
        text(out, 'TypeError');
        return text(out, 'no');
      case 'time':
        out.push(0x94);
        integer(out, random.below(2e9));
        integer(out, random.below(1e9));
        integer(out, 3600);
        return text(out, random.pick(['UTC', 'Local', 'CET', '']));
      default:
        return integer(out, random.below(100));
    }
  }

  /** @param {number[]} out @param {{ type: number }[]} fields @param {number} depth */
  fields(out, fields, depth) {
    out.push(0x90 + fields.length);
    for (const { type } of fields) this.value(out, type, depth + 1);
  }
}

/** @param {number[]} out @param {number[]} more */
function bytes(out, more) {
  out.push(...more);
}

/** @param {number[]} out @param {number} n */
function integer(out, n) {
  if (n < 128) out.push(n);
  else out.push(0xce, n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
}

const scratch = new DataView(new ArrayBuffer(8));

/** @param {number[]} out @param {number} n */
function float64(out, n) {
  scratch.setFloat64(0, n);
  out.push(0xcb, ...new Uint8Array(scratch.buffer));
}

/** @param {number[]} out @param {string} s */
function text(out, s) {
  const utf8 = Buffer.from(s);
  out.push(0xd9, utf8.length, ...utf8);
}
