/** GoDoc, as `bridge-go/gen/docs` gives it, to TSDoc. */

/** A link to a Go name, `Version.Major`. */
export function link(name: string): string {
  return `\uE000${name}\uE001`;
}

const LINK = /\uE000([^\uE001]*)\uE001/g;

/**
 * The lines of a TSDoc comment; none for an empty text. `knows` says whether a Go name, `Version.Major`, is declared where
 * the comment will stand. A paragraph that starts with `Deprecated:` becomes the tag.
 */
export function tsdoc(text: string, knows: (name: string) => boolean = () => false, ...tags: string[]): string[] {
  const paragraphs = text.split('\n\n');
  const isDeprecated = (paragraph: string) => paragraph.startsWith('Deprecated: ');
  const body = safe(paragraphs.filter((one) => !isDeprecated(one)).join('\n\n'), knows);
  const deprecated = paragraphs
    .filter(isDeprecated)
    .map((one) => `@deprecated ${safe(one, knows).slice('Deprecated: '.length)}`);
  const lines = [body, ...deprecated, ...tags].filter(Boolean).join('\n\n').split('\n');
  if (lines.length === 1) return lines[0] === '' ? [] : [`/** ${lines[0]} */`];
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'];
}

/** Nothing in it ends the comment, starts a tag, or links to what is not there. */
function safe(text: string, knows: (name: string) => boolean): string {
  return text
    .replace(/\*\//g, '*\\/')
    .split('\n')
    .map((line) => line.replace(/^(\s*)@|\{@/g, (found) => found.replace('@', '\\@')))
    .join('\n')
    .replace(LINK, (_, name: string) => (knows(name) ? `{@link ${name}}` : `\`${name}\``));
}
