/** `npm run check`: everything that is wrong with the sources, without running them. */
import { checkSteps } from './check-steps.mjs';
import { runSteps, tool } from './steps.mjs';

const golden = { name: 'goldens', run: () => tool('vitest', ['run', '--project', 'golden', '--passWithNoTests']) };
const { failed } = runSteps([...checkSteps, golden]);
process.exitCode = failed ? 1 : 0;
