import { posix } from 'node:path';
import type { BuildOptions } from '../../manifests/options.ts';
import {
  type Callback,
  type ClassType,
  type Package,
  type Schema,
  symbolSkips,
  type Type,
  type TypeId,
} from '../../manifests/schema.ts';
import { escapeCapitals } from '../../manifests/store.ts';
import { tsdoc } from './comment.ts';
import type { Declared } from './declared.ts';
import { isIdentifier, Scope } from './names.ts';
import { optionsOf } from './options.ts';
import { functionType, inType, isOpen, outType, type Place, signature } from './types.ts';

/** Everything the files of one library share. */
export interface Library {
  schema: Schema;
  options: BuildOptions;
  /** Import path → Go name → GoDoc. */
  docs: Record<string, Record<string, string>>;
  /** What each package declares, by its index. */
  declared: Declared[];
}

/** Where a package's declarations stand, below the artifact's `types`. */
export function fileOf(path: string): string {
  return `go/${escapeCapitals(path)}.d.ts`;
}

/** The declaration file of one package while it is printed: its text, and what it must import. */
export class DeclarationFile implements Place {
  readonly library: Library;
  readonly pkg: Package;
  readonly index: number;
  private readonly scope: Scope;
  private readonly ours = new Map<string, string>();
  private readonly packages = new Map<number, string>();
  private readonly more: string[] = [];
  private readonly blocks: string[] = [];
  private readonly known: Set<string>;
  private readonly skipped = new Map<string, { name: string; doc: string }[]>();

  constructor(library: Library, index: number) {
    this.library = library;
    this.index = index;
    this.pkg = library.schema.packages[index]!;
    const { names, symbols } = library.declared[index]!;
    this.scope = new Scope(names);
    this.known = symbols;
    for (const { symbol, reason, detail } of symbolSkips(this.pkg)) {
      const [name, type = ''] = symbol.split('.').reverse() as [string, string?];
      const list = this.skipped.get(type) ?? [];
      this.skipped.set(type, list);
      if (isIdentifier(name)) list.push({ name, doc: `Not offered (${reason}): ${detail}.` });
    }
  }

  get schema(): Schema {
    return this.library.schema;
  }

  get options(): BuildOptions {
    return this.library.options;
  }

  name(id: TypeId, form?: 'init', call?: Callback): string {
    const type = this.schema.types[id] as Type & { kind: 'class' | 'record' | 'named' };
    const { path } = this.schema.packages[type.pkg!]!;
    if (path === '') return this.unnamed(type as ClassType, form, call);
    const found = this.library.declared[type.pkg!]!.types.get(id)!;
    const name = form === 'init' ? found.init : found.name;
    return type.pkg === this.index ? name : `${this.packageName(type.pkg!)}.${name}`;
  }

  parameter(name: string): string {
    return this.library.declared[this.index]!.names.has(name) ? this.parameter(`${name}_`) : name;
  }

  global(name: string): string {
    return this.library.declared[this.index]!.names.has(name) ? `globalThis.${name}` : name;
  }

  own(name: string): string {
    const known = this.ours.get(name) ?? this.scope.claim(name);
    this.ours.set(name, known);
    return known;
  }

  /** A type of another file that is no package's. */
  fromModules(name: string, file: string): string {
    const as = this.scope.claim(name);
    this.more.push(`import type { ${name === as ? name : `${name} as ${as}`} } from '${this.relative(file)}';`);
    return as;
  }

  /** Adds a declaration with the GoDoc of a symbol. */
  add(text: string, symbol?: string): void {
    this.explained(text, this.doc(symbol));
  }

  /** Adds a declaration with a comment of our own. */
  explained(text: string, doc: string): void {
    this.blocks.push([...this.comment(doc), text].join('\n'));
  }

  doc(symbol: string | undefined): string {
    return symbol === undefined ? '' : (this.library.docs[this.pkg.path]?.[symbol] ?? '');
  }

  comment(text: string, ...tags: string[]): string[] {
    return tsdoc(text, (name) => this.known.has(name), ...tags);
  }

  /** What a type of this package cannot offer; without a type, what the package cannot. */
  skips(type = ''): readonly { name: string; doc: string }[] {
    return this.skipped.get(type) ?? [];
  }

  /** Lines of a member with its comment, indented. */
  member(text: string, doc: string): string {
    return [...this.comment(doc), text].map((line) => `  ${line}`).join('\n');
  }

  relative(file: string): string {
    const path = posix.relative(posix.dirname(fileOf(this.pkg.path)), file.replace(/\.d\.ts$/, '.js'));
    return path.startsWith('.') ? path : `./${path}`;
  }

  importOf(pkg: number): string {
    return this.relative(fileOf(this.schema.packages[pkg]!.path));
  }

  text(): string {
    const built = optionsOf(this.options, this.pkg.path);
    const head = this.doc('') ? this.comment(this.doc(''), '@packageDocumentation') : [];
    const ours = [...this.ours].sort().map(([name, as]) => (name === as ? name : `${name} as ${as}`));
    const imports = [
      ...(ours.length ? [`import type { ${ours.join(', ')} } from 'usegolib';`] : []),
      ...[...this.packages].map(([pkg, as]) => `import type * as ${as} from '${this.importOf(pkg)}';`).sort(),
      ...this.more,
    ];
    const parts = [
      [
        `// ${this.pkg.path}, printed by usegolib from its Go sources.`,
        ...(built ? [`// Built with ${built}.`] : []),
        ...head,
      ].join('\n'),
      ...(imports.length ? [imports.join('\n')] : []),
      ...this.blocks,
      ...(this.blocks.length ? [] : ['export {};']),
    ];
    return `${parts.join('\n\n')}\n`;
  }

  private packageName(pkg: number): string {
    const known = this.packages.get(pkg) ?? this.scope.claim(this.schema.packages[pkg]!.name);
    this.packages.set(pkg, known);
    return known;
  }

  /** A type literal of Go, which no package declares. */
  private unnamed(type: ClassType, form?: 'init', call = type.calls?.[0]): string {
    if (type.of === 'interface') {
      const given = form === 'init' && isOpen(type);
      const methods = given ? type.calls! : (type.methods ?? []);
      const members = methods.map((method) => `${method.name}${signature(this, method, given ? 'callback' : 'call')}`);
      const literal = `{ ${members.join('; ')} }`;
      return given ? literal : `(${this.own('GoObject')} & ${literal})`;
    }
    if (type.of === 'variable') {
      const { type: value, set } = type.fields![0]!;
      return `${this.own('Pointer')}<${outType(this, value)}, ${set === undefined ? 'never' : inType(this, value)}>`;
    }
    if (type.of === 'func' && call?.fn !== undefined) {
      return `(${this.own('GoFunction')} & (${functionType(this, call, 'call')}))`;
    }
    return `(${this.own('GoObject')} & { readonly goType: ${JSON.stringify(type.goType)} })`;
  }
}
