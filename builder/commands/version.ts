import { object, text } from '../../manifests/json-path.ts';
import { packageVersion } from '../assets.ts';
import { command } from '../command.ts';

export const version = command({
  name: 'version',
  about: 'the version of usegolib',
  examples: ['version'],
  output: object({ version: text }),
  run: async () => ({ json: { version: packageVersion }, text: `${packageVersion}\n` }),
});
