/** The one file through which commands start the runtime; it is loaded when one of them does. */
export const startRuntime = () => import('../runtime/index.ts');

/** Only what loads libraries. */
export const startBackend = () => import('../runtime/native/koffi.ts');
