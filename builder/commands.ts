import { add } from './commands/add.ts';
import { artifact } from './commands/artifact.ts';
import { build } from './commands/build.ts';
import { cache } from './commands/cache.ts';
import { completion } from './commands/completion.ts';
import { doctor } from './commands/doctor.ts';
import { gen } from './commands/gen.ts';
import { inspect } from './commands/inspect.ts';
import { packageModules } from './commands/package.ts';
import { publish } from './commands/publish.ts';
import { remove } from './commands/remove.ts';
import { targets } from './commands/targets.ts';
import { toolchain } from './commands/toolchain.ts';
import { types } from './commands/types.ts';
import { vendor } from './commands/vendor.ts';
import { verify } from './commands/verify.ts';
import { version } from './commands/version.ts';
import { x } from './commands/x.ts';

/** The commands of `usegolib`, in the order of its help. */
export const COMMANDS = [
  build,
  inspect,
  x,
  gen,
  add,
  remove,
  types,
  verify,
  vendor,
  packageModules,
  publish,
  artifact,
  cache,
  doctor,
  targets,
  toolchain,
  completion,
  version,
] as const;
