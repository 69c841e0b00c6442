import type { Command } from 'commander';
import { object, oneOf, text } from '../../manifests/json-path.ts';
import { command } from '../command.ts';
import { completionScript, SHELLS, type Shell } from '../completion.ts';

export const completion = command({
  name: 'completion',
  about: 'print a script with which a shell completes commands and options',
  words: [['<shell>', 'the shell it is for', SHELLS]],
  examples: [
    'completion bash >> ~/.bashrc',
    'completion zsh > ~/.zsh/completions/_usegolib',
    'completion fish > ~/.config/fish/completions/usegolib.fish',
  ],
  output: object({ shell: oneOf(...SHELLS), script: text }),
  async run(shell: Shell, _: object, self: Command) {
    const script = completionScript(shell, self.parent!);
    return { json: { shell, script }, text: script };
  },
});
