import { rebuild } from './artifact/rebuild.ts';
import { rm } from './artifact/rm.ts';

export const artifact = { name: 'artifact', about: 'builds in the store', commands: [rm, rebuild] } as const;
