/** `importGo` by specifier: what `register.d.ts` knows has its own type, with any version, alone and among others. */
import { importGo, type ModuleObject } from 'usegolib';
import type { GoModules } from '../modules.js';
import { is } from './module.js';

type Scalars = GoModules['usegolib.test/modules/scalars'];

is<Scalars>()(await importGo('usegolib.test/modules/scalars'));
is<Scalars>()(await importGo('usegolib.test/modules/scalars@v1.2.3'));
is<ModuleObject>()(await importGo('example.org/never/built'));
is<ModuleObject>()(await importGo('usegolib.test/modules/scalars' as string));

const several = await importGo(['usegolib.test/modules/scalars', 'example.org/never/built']);
is<[Scalars, ModuleObject]>()(several);
is<ModuleObject[]>()(await importGo([] as string[]));

// @ts-expect-error: a module has what its Go package exports
(await importGo('usegolib.test/modules/scalars')).NotThere;
