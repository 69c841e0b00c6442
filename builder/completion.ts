import type { Command } from 'commander';

/** Scripts with which a shell completes our commands and options: printed from commander's own tree, so nothing can differ. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export function completionScript(shell: Shell, program: Command): string {
  return PRINTERS[shell](program.name(), places(program, []));
}

/** What may stand after some words: `artifact rm` → its options. */
interface Place {
  words: readonly string[];
  /** Commands, choices and options, and what they are. */
  next: readonly (readonly [word: string, about: string])[];
}

function places(command: Command, words: readonly string[]): Place[] {
  const inner = command.createHelp().visibleCommands(command);
  const options = command.createHelp().visibleOptions(command);
  const choices = command.registeredArguments.flatMap(({ argChoices = [], description }) =>
    argChoices.map((choice): [string, string] => [choice, description]),
  );
  const next = [
    ...inner.map((one): [string, string] => [one.name(), one.description()]),
    ...choices,
    ...options.map((option): [string, string] => [option.long ?? option.flags, option.description]),
  ];
  const deeper = inner.filter((one) => one.name() !== 'help').flatMap((one) => places(one, [...words, one.name()]));
  return [{ words, next }, ...deeper];
}

const PRINTERS: Record<Shell, (name: string, all: Place[]) => string> = {
  bash: (name, all) => `_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]}
${walk(all, `"\${COMP_WORDS[@]:1:COMP_CWORD-1}"`)}
  local next=
  case "$at" in
${all.map(({ words, next }) => `    ${quote(words.join(' '))}) next=${quote(next.map(([word]) => word).join(' '))} ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$next" -- "$cur"))
  [[ $cur == -* ]] || COMPREPLY+=($(compgen -d -- "$cur"))
}
complete -F _${name} ${name}
`,
  zsh: (name, all) => `#compdef ${name}
_${name}() {
${walk(all, `\${words[2,CURRENT-1]}`)}
  local -a next
  case "$at" in
${all.map(({ words, next }) => `    ${quote(words.join(' '))}) next=(${next.map(described).join(' ')}) ;;`).join('\n')}
  esac
  _describe ${name} next
  _files -/
}
compdef _${name} ${name}
`,
  fish: (name, all) => `function __${name}_at
  set -l at
  for word in (commandline -opc)[2..-1]
    set -l try (string join ' ' $at $word)
    contains -- "$try" ${commands(all).map(quote).join(' ')}; and set at $at $word
  end
  test "$at" = "$argv"
end
${all
  .flatMap(({ words, next }) =>
    next.map(([word, about]) => {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
      return `complete -c ${name} -n ${quote(`__${name}_at ${words.join(' ')}`)} ${what} -d ${quote(about)}`;
    }),
  )
  .join('\n')}
`,
};

/** Sets `at` to the commands among the words so far; options and specs between them do not count. */
function walk(all: Place[], before: string): string {
  return `  local at= word
  for word in ${before}; do
    case "$at\${at:+ }$word" in
      ${commands(all).map(quote).join('|')}) at="$at\${at:+ }$word" ;;
    esac
  done`;
}

function commands(all: Place[]): string[] {
  return all.flatMap(({ words }) => (words.length > 0 ? [words.join(' ')] : []));
}

function described([word, about]: readonly [string, string]): string {
  return quote(`${word}:${about.replaceAll(':', '\\:')}`);
}

/** In single quotes, as all three shells read them. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
