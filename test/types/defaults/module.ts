/** Every program starts like this one: a module object with the type that its import path has. */
import type { GoModules } from '../modules.js';

type Path<Name extends string> = `usegolib.test/modules/${Name}`;
type Known<P> = P extends Path<infer Name> ? (Name extends `${string}/${string}` ? never : Name) : never;

export declare function load<Name extends Known<keyof GoModules>>(name: Name): GoModules[Path<Name>];

/** Compiles where the value has exactly this type. */
export declare function is<Want>(): <Got>(
  got: Got,
  ...wrong: [Got] extends [Want] ? ([Want] extends [Got] ? [] : [want: Want]) : [want: Want]
) => void;
