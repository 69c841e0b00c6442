/** Everything at `npm run test:stress`, a sample of it in `npm test`. */
export const all = process.env.USEGOLIB_STRESS === 'all';

export const size = (sample: number, full: number): number => (all ? full : sample);
