import { expect, it, vi } from 'vitest';

it('another copy of the runtime uses what the first one made', async () => {
  const first = await import('./registry.ts');
  const known = first.shared(() => ({ made: 1 }));
  vi.resetModules();
  const copy = await import('./registry.ts');
  expect(copy.shared).not.toBe(first.shared);
  const make = vi.fn(() => ({ made: 2 }));
  expect(copy.shared(make)).toBe(known);
  expect(make).not.toHaveBeenCalled();
});
