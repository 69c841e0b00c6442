/** The values every contender passes. */
export const point = { X: 1.5, Y: -2 };

export const row = { name: 'gopher', count: 42, price: 9.99, city: 'Zürich', note: 'burrows; digs', active: true };

export const table = Array.from({ length: 10_000 }, (_, index) => ({ ...row, name: `gopher ${index}`, count: index }));

export const counts = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`name ${index}`, index]));

export const long = 'x'.repeat(1 << 10);

export const longer = 'x'.repeat(1 << 20);

export const names = [
  'no-op',
  'Add(int, int)',
  'text',
  'text of 1 KB',
  'text of 1 MB',
  'small struct',
  'row',
  '10,000 rows',
  'map of 1,000 entries',
  'any: 10,000 rows',
  'method of an object',
  'no-op while Go holds a function',
  'callback',
  'callback from another goroutine',
];

/** Cases that are many of what they measure: Go calls a function so often. @type {Record<string, number>} */
export const calledIn = { callback: 1000, 'callback from another goroutine': 1000 };
