/** A text that holds files: a comment, then `-- name --` before each file's lines. Go's own test scripts use the format. */
export interface Archive {
  comment: string;
  files: Map<string, string>;
}

export function parseTxtar(text: string): Archive {
  const [comment, ...parts] = text.split(/^-- (.+) --\n/m);
  const files = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) files.set(parts[i].trim(), parts[i + 1]);
  return { comment, files };
}

export function printTxtar({ comment, files }: Archive): string {
  return comment + [...files].map(([name, text]) => `-- ${name} --\n${text}`).join('');
}
