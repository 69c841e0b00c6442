/** The one file through which a command starts the runtime; it is loaded when a command does, and by no other. */
export const startRuntime = () => import('../runtime/index.ts');
