/** The values every contender passes. */
export const point = { X: 1.5, Y: -2 };

export const row = { name: 'gopher', count: 42, price: 9.99, city: 'Zürich', note: 'burrows; digs', active: true };

export const table = Array.from({ length: 10_000 }, (_, index) => ({ ...row, name: `gopher ${index}`, count: index }));

export const names = [
  'no-op',
  'Add(int, int)',
  'text',
  'small struct',
  'row',
  '10,000 rows',
  'method of an object',
  'no-op while Go holds a function',
  'callback',
];

/** Cases that are many of what they measure: Go calls a function so often. @type {Record<string, number>} */
export const calledIn = { callback: 1000 };
