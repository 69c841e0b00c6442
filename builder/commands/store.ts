import type { Option } from '../command.ts';

/** The store that a command looks into. */
export const STORE: Option = ['--out <folder>', 'the store (default: USEGOLIB_ARTIFACT_DIR or the cache folder)'];
