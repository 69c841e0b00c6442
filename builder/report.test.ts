import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { lineReport } from './report.ts';

/** A stream that keeps what is written; on a terminal of that width if there is one. */
function screen(columns?: number) {
  const written: string[] = [];
  const out = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  }) as NodeJS.WriteStream;
  if (columns) Object.assign(out, { isTTY: true, columns });
  return { out, text: () => written.join('') };
}
const timeless = (text: string) => stripVTControlCharacters(text).replace(/ +\d+\.\d s/g, ' N s');

test('in a file, each step is one line, written when it is over', () => {
  const { out, text } = screen();
  const report = lineReport(out);
  report.step('scan', 'a');
  expect(text()).toBe('');
  report.detail('b');
  report.note('waiting');
  report.step('compile', 'c');
  report.end();
  report.end();
  expect(timeless(text())).toBe('  waiting\n  scan      b N s\n  compile   c N s\n');
  expect([...report.times.keys()]).toEqual(['scan', 'compile']);
});

test('on a terminal the running step is shown in one line, and cleared when it ends', () => {
  const { out, text } = screen(20);
  const report = lineReport(out);
  report.step('scan', 'something quite long');
  expect(text()).toBe('  scan      somethi');
  report.detail('b');
  expect(text().endsWith('\r\x1b[K  scan      b')).toBe(true);
  report.end();
  expect(timeless(text().slice(text().lastIndexOf('\r') + 1))).toBe('  scan      b N s\n');
});

test('a step that comes again adds to its time', () => {
  const report = lineReport(screen().out);
  report.step('resolve', '');
  report.step('resolve', '');
  const once = report.times.get('resolve')!;
  report.end();
  expect(report.times.get('resolve')).toBeGreaterThanOrEqual(once);
});
