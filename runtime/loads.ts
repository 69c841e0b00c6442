/**
 * Node's diagnostics channel of loaded libraries, for tools that watch a process. Messages are of type `Load`.
 *
 * @example
 * import { subscribe } from 'node:diagnostics_channel';
 * subscribe('usegolib:load', ({ modules, folder }) => console.log('Go:', modules.join(', '), 'from', folder));
 */
export const LOADED = 'usegolib:load';

export interface Load {
  /** `github.com/google/uuid@v1.6.0`; of a local module `path@local`. */
  modules: string[];
  /** The artifact's folder. */
  folder: string;
}
