import { BuildError } from '../../abi/errors.ts';
import type { Func, Schema, Type, TypeId } from '../../manifests/schema.ts';
import { below } from '../emit/types.ts';
import { readJson } from './read.ts';

/**
 * The words of a command line as arguments of a Go function: what wants text or bytes takes the word as it is, everything
 * else is JSON. A word in quotes of JSON is that text; where any value is taken, what is no JSON is text.
 *
 * @throws BuildError USAGE naming the argument.
 */
export function readArguments(
  words: readonly string[],
  { name, params = [], variadic }: Func,
  schema: Schema,
): unknown[] {
  return words.map((word, i) => {
    const last = params.length - 1;
    const param = params[variadic ? Math.min(i, last) : i];
    const type = param && below(schema, param.type);
    return readOne(word, variadic && i >= last ? element(type!) : (type ?? { kind: 'any' }), schema, (problem) => {
      throw new BuildError(`${name}: args[${i}]: ${problem}`, {
        code: 'USAGE',
        path: `args[${i}]`,
        hint: 'Arguments are JSON; quote them for the shell, as in \'{"a": [1, 2]}\'.',
      });
    });
  });

  function element(type: Type): Type {
    if (type.kind === 'slice') return below(schema, type.elem);
    return { kind: type.kind === 'numbers' ? type.elem : type.kind === 'bytes' ? 'uint8' : 'any' };
  }
}

function readOne(word: string, type: Type, schema: Schema, refuse: (problem: string) => never): unknown {
  if (type.kind === 'bytes') return Buffer.from(word);
  const text = takesText(type, schema);
  if (text && !/^"|^null$/.test(word)) return word;
  try {
    return readJson(word);
  } catch (error) {
    return text || type.kind === 'any' || type.kind === 'erased' ? word : refuse((error as Error).message);
  }
}

const TEXT: ReadonlySet<Type['kind']> = new Set([
  'string',
  'text',
  'time',
  'bigRat',
  'bigFloat',
  'jsonNumber',
  'interface',
]);

function takesText(type: Type, schema: Schema): boolean {
  if (TEXT.has(type.kind)) return true;
  const of = (id: TypeId) => schema.types[id]!;
  if (type.kind === 'optional') return takesText(below(schema, type.elem), schema);
  if (type.kind !== 'object' && type.kind !== 'value') return false;
  const named = of(type.class);
  if (named.kind !== 'class') return false;
  return named.text !== undefined || (named.value !== undefined && takesText(below(schema, named.value), schema));
}
