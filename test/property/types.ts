import fc from 'fast-check';

/** A Go type with the values that JavaScript may pass for it and gets back unchanged. */
export interface GoType {
  go: string;
  values: fc.Arbitrary<unknown>;
  /** Can be the key of a map that JavaScript holds as a Map. */
  key?: true;
}

const whole = (go: string, min: number, max: number): GoType => ({ go, values: fc.integer({ min, max }), key: true });
const text = fc.string({ unit: 'grapheme' });
const float = fc.double();

/** What Go's `any` gives back as it got it. */
const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    text,
    fc.integer(),
    float,
    fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n),
    fc.uint8Array(),
    fc.array(tie('value')),
    fc.dictionary(text, tie('value')),
  ),
})).value;

const SCALARS: GoType[] = [
  { go: 'bool', values: fc.boolean(), key: true },
  { go: 'string', values: text },
  { go: 'int', values: fc.maxSafeInteger(), key: true },
  { go: 'uint', values: fc.maxSafeNat(), key: true },
  whole('int8', -128, 127),
  whole('int16', -32768, 32767),
  whole('int32', -(2 ** 31), 2 ** 31 - 1),
  whole('uint8', 0, 255),
  whole('uint16', 0, 65535),
  whole('uint32', 0, 2 ** 32 - 1),
  { go: 'int64', values: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), key: true },
  { go: 'uint64', values: fc.bigInt(0n, 2n ** 64n - 1n), key: true },
  { go: 'float64', values: float },
  { go: 'float32', values: fc.float() },
  { go: 'complex128', values: fc.record({ re: float, im: float }) },
  { go: '[]byte', values: fc.uint8Array() },
  { go: '*big.Int', values: fc.bigInt() },
  { go: 'time.Duration', values: fc.integer({ min: -1e12, max: 1e12 }) },
  { go: 'any', values: json },
  { go: '[]float64', values: fc.float64Array() },
  { go: '[]int32', values: fc.int32Array() },
  { go: '[]uint64', values: fc.bigUint64Array() },
  { go: '[4]float32', values: fc.float32Array({ minLength: 4, maxLength: 4 }) },
  { go: '[3]byte', values: fc.uint8Array({ minLength: 3, maxLength: 3 }) },
];

/** Fixed-size numbers: slices and arrays of them are typed arrays, which stand among the scalars. */
const NUMBERS = /^(u?int(8|16|32|64)|float(32|64))$/;

/** Makes Go types at random, the same ones for the same seed; structs are declared on the way. */
export class Types {
  readonly declarations: string[] = [];
  private readonly below: (n: number) => number;

  /** `below(n)` gives 0 to n−1. */
  constructor(below: (n: number) => number) {
    this.below = below;
  }

  type(depth: number): GoType {
    const make = [this.scalar, this.scalar, this.slice, this.array, this.textMap, this.map, this.pointer, this.struct];
    return make[depth === 0 ? 0 : this.below(make.length)]!.call(this, depth - 1);
  }

  private scalar(): GoType {
    return SCALARS[this.below(SCALARS.length)]!;
  }

  private element(depth: number): GoType {
    for (;;) {
      const type = this.type(Math.max(depth, 0));
      if (!NUMBERS.test(type.go)) return type;
    }
  }

  private slice(depth: number): GoType {
    const { go, values } = this.element(depth);
    return { go: `[]${go}`, values: fc.array(values, { maxLength: 5 }) };
  }

  private array(depth: number): GoType {
    const { go, values } = this.element(depth);
    const length = 1 + this.below(3);
    return { go: `[${length}]${go}`, values: fc.array(values, { minLength: length, maxLength: length }) };
  }

  private textMap(depth: number): GoType {
    const { go, values } = this.type(Math.max(depth, 0));
    return { go: `map[string]${go}`, values: fc.dictionary(text, values, { maxKeys: 5 }) };
  }

  private map(depth: number): GoType {
    const keys = SCALARS.filter(({ key }) => key);
    const key = keys[this.below(keys.length)]!;
    const { go, values } = this.type(Math.max(depth, 0));
    const pairs = fc.array(fc.tuple(key.values, values), { maxLength: 5 });
    return { go: `map[${key.go}]${go}`, values: pairs.map((all) => new Map(all)) };
  }

  private pointer(): GoType {
    const plain = SCALARS.filter(({ go }) => /^(bool|string|u?int\d*|float\d+)$/.test(go));
    const { go, values } = plain[this.below(plain.length)]!;
    return { go: `*${go}`, values: fc.option(values) };
  }

  private struct(depth: number): GoType {
    const name = `R${this.declarations.length}`;
    this.declarations.push('');
    const fields = Array.from({ length: 1 + this.below(4) }, (_, i) => ({
      name: `F${i}`,
      type: this.type(Math.max(depth, 0)),
    }));
    const body = fields.map((field) => `\t${field.name} ${field.type.go}`).join('\n');
    this.declarations[Number(name.slice(1))] = `// ${name} is a record.\ntype ${name} struct {\n${body}\n}\n`;
    return { go: name, values: fc.record(Object.fromEntries(fields.map((field) => [field.name, field.type.values]))) };
  }
}
