import { type BuildOptions, resolveOptions, wordsOf } from '../../manifests/options.ts';

/** The options that shape values, in the order in which they are told. */
const SHAPING = ['int64', 'utf8', 'duration', 'nil', 'records'] as const;

/** What the build said of a package beyond the defaults: `int64 number (Total, Row.ID); text (Code)`. */
export function optionsOf(options: BuildOptions, path: string): string {
  const defaults = resolveOptions({});
  const all = SHAPING.flatMap((name) => {
    const words = wordsOf<string>(options[name] ?? defaults[name]);
    const whole = words[path] ?? words['*'] ?? defaults[name];
    const symbols = new Map<string, string[]>();
    for (const [part, word] of Object.entries(words)) {
      const symbol = within(part, path);
      if (symbol) symbols.set(word, [...(symbols.get(word) ?? []), symbol]);
    }
    const parts = [...symbols].map(([word, names]) => `${name} ${word} (${names.join(', ')})`);
    return whole === defaults[name] ? parts : [`${name} ${whole}`, ...parts];
  });
  const text = (options.text ?? []).flatMap((type) => within(type, path) ?? []);
  return [...all, ...(text.length > 0 ? [`text (${text.join(', ')})`] : [])].join('; ');
}

/** `T.M` of `path.T.M`. */
function within(part: string, path: string): string | undefined {
  return part.startsWith(`${path}.`) ? part.slice(path.length + 1) : undefined;
}
