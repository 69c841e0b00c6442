/** `npm run check`: everything that is wrong with the sources, without running them. */
import { checkSteps } from './check-steps.mjs';
import { goldenSteps } from './goldens.mjs';
import { runSteps } from './steps.mjs';

const { failed } = runSteps([...checkSteps, ...goldenSteps(false)]);
process.exitCode = failed ? 1 : 0;
