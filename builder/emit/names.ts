/**
 * The one rule of names. A Go name stays as it is: exported ones start with a capital, which no word of JavaScript does and
 * none of our own members. What else comes up is mended in one way, by a `_` at the end, as often as it takes:
 *
 * - a parameter, result, package or unexported type that is called like a word of the language (`new`, `default`, `this`);
 * - a name that is taken: a second package of the same name, `ConfigInit` where Go has one too, a parameter twice;
 * - a record key `__proto__` or `then` (`gen/gate/record.go`): the first would not be an own property, the second makes
 *   what `await` takes for a promise.
 *
 * Names that differ only by case are different names; in file names capitals are escaped as in Go's module cache. A key of a
 * record may be any text: it is quoted. A Go name hides a global of TypeScript in its own file, which then says
 * `globalThis.Map`.
 */

/** Words that cannot name a parameter, a namespace import or a type. */
const RESERVED = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
   finally for function if implements import in instanceof interface let new null package private protected public return
   static super switch this throw true try typeof var void while with yield
   any bigint boolean never number object string symbol undefined unknown globalThis`.split(/\s+/),
);

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

/** A property as it is written before a colon. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

/** Names of one scope, each given once. */
export class Scope {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken);
  }

  has(name: string): boolean {
    return this.taken.has(name);
  }

  /** The name, or what it becomes by the rule. */
  claim(name: string): string {
    let free = name.replace(/[^\p{ID_Continue}$]/gu, '_');
    if (!isIdentifier(free)) free = `_${free}`;
    while (RESERVED.has(free) || this.taken.has(free)) free += '_';
    this.taken.add(free);
    return free;
  }
}
