import { InvalidArgumentError } from '../abi/errors.ts';
import type { Func } from '../manifests/schema.ts';
import type { AnyFunction, Callee } from './call.ts';
import { primitiveOf } from './codec/primitive.ts';
import { keepExported } from './function.ts';
import type { Library } from './library.ts';

type Instance = Func & Callee;

/**
 * The function of one Go function, or of all instances of a generic one. Beside the instance for any value there may be
 * some for primitive values: what they do with zero values is what Go does. `name` is what the build options call it.
 */
export function printFunction(library: Library, func: Instance, name: string): AnyFunction {
  const f = printInstances(library, func, name);
  keepExported(f, library, [func, ...(func.also ?? [])]);
  return f;
}

function printInstances(library: Library, { also = [], ...first }: Instance, name: string): AnyFunction {
  if (first.instance === undefined || (also.length === 0 && first.typeParams)) return library.print(first);
  const all = [first, ...also].map((one): Instance => ({ ...first, typeParams: [], ...one }));
  const tried = all.filter(({ exact }) => !exact);
  const other =
    first.typeParams === undefined || tried.length > 1 ? byTrial(library, tried, name) : library.print(tried[0]!);
  const choose = tried.length < all.length ? byPrimitive(library, all, other) : other;
  return Object.defineProperty(choose, 'name', { value: first.name });
}

/** Where all values for the type parameter are strings, that is the instance for string. */
function byPrimitive(library: Library, all: Instance[], other: AnyFunction): AnyFunction {
  const { codecs } = library;
  const calls = new Map<string | undefined, AnyFunction>([[undefined, other]]);
  const make = (kind: string | undefined) => {
    const one = all.find(({ exact, instance }) => exact && instance === kind);
    const call = one ? library.print(one) : other;
    calls.set(kind, call);
    return call;
  };
  return (...args) => {
    const kind = primitiveOf(codecs, all[0]!, args);
    return (calls.get(kind) ?? make(kind))(...args);
  };
}

/** The first that takes the arguments: they are refused before anything crosses. */
function byTrial(library: Library, all: Instance[], name: string): AnyFunction {
  const calls = all.map((one) => library.print(one));
  return (...args) => {
    let refusal: InvalidArgumentError | undefined;
    for (const call of calls) {
      try {
        return call(...args);
      } catch (error) {
        if (!refuses(error, all[0]!.symbol)) throw error;
        refusal ??= error;
      }
    }
    throw noInstance(refusal!, all, name);
  };
}

/** Not what a function refused that Go called, or a call in it: that one has run. */
function refuses(error: unknown, symbol: string): error is InvalidArgumentError {
  return error instanceof InvalidArgumentError && error.symbol === symbol && error.path?.startsWith('args') === true;
}

function noInstance(refusal: InvalidArgumentError, all: Instance[], name: string): InvalidArgumentError {
  const { code, symbol, path } = refusal;
  if (code === 'ARGUMENT_COUNT') return refusal;
  const known = all.map(({ instance }) => instance).join(' | ');
  const { more } = all[0]!;
  const config = `"usegolib": { "instances": { ${JSON.stringify(name)}: [${JSON.stringify(more)}] } }`;
  return new InvalidArgumentError(
    `${refusal.message}; ${symbol} has the instances ${known}${more === undefined ? '' : `; in package.json ${config} adds one`}`,
    { code, symbol: symbol!, path: path! },
  );
}
