import { type Checked, object, oneOf, text } from '../../manifests/json-path.ts';

/** What a check of `usegolib doctor` found, and the command that mends it. */
export const checkFinding = object(
  {
    /** What was looked at: stable, for programs. */
    check: oneOf(
      'node',
      'platform',
      'native',
      'go',
      'zig',
      'settings',
      'cache',
      'store',
      'artifacts',
      'project',
      'build',
    ),
    /** `warning`: it works, but not as one may think. */
    status: oneOf('ok', 'warning', 'problem'),
    message: text,
  },
  { fix: text },
);
export type Finding = Checked<typeof checkFinding>;
