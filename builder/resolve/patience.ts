import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, type Ran, run } from '../process.ts';
import { goSetting } from '../toolchain/goenv.ts';
import { isNetworkFailure } from './failure.ts';

/** Milliseconds before a proxy that could not be reached is asked again. */
const PAUSES = [500, 1000];

/**
 * Runs a go command that may download. What fails because of the network is tried again, at last without the proxy where
 * nobody has named one: Go itself goes on to the next only for a module that a proxy says it has not.
 */
export async function runWithPatience(command: Command): Promise<Ran> {
  for (const pause of PAUSES) {
    const ran = await run(command);
    if (ran.code === 0 || !isNetworkFailure(ran.stderr)) return ran;
    await sleep(pause);
  }
  const direct = goSetting('GOPROXY', command.env ?? process.env) ? {} : { GOPROXY: 'direct' };
  return run({ ...command, env: { ...command.env, ...direct } });
}
