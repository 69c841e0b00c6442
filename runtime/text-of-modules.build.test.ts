import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { caught } from '../test/support/refused.ts';
import { importGo } from './index.ts';

/** `text` on types of real modules and of the standard library, in one library. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'text-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const specs = ['github.com/shopspring/decimal@v1.6.0', 'github.com/google/uuid@v1.6.0', 'net/netip', 'net', 'net/url'];
const types = [
  'github.com/shopspring/decimal.Decimal',
  'github.com/google/uuid.UUID',
  'net/netip.Addr',
  'net.IP',
  'net/url.URL',
];
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const flags = ['--json', '--quiet', '--out', folder, ...types.flatMap((type) => ['--text', type])];
const args = [cli, 'build', ...specs, ...flags];
execFileSync(process.execPath, args, { cwd: folder });
const [decimal, uuid, netip, net, url]: any[] = await importGo(
  specs.map((spec) => spec.split('@')[0]!),
  { artifactDir: folder },
);

describe('decimal.Decimal', () => {
  it('is its digits, exact however many', () => {
    expect(decimal.Sum('0.1', '0.2')).toBe('0.3');
    expect(decimal.Avg('1', '2')).toBe('1.5');
    expect(decimal.NewFromString('1234567890123456789012345678901234567890.5')).toBe(
      '1234567890123456789012345678901234567890.5',
    );
    expect(decimal.Zero).toBe('0');
    expect(new decimal.NullDecimal({ Decimal: '1.50', Valid: true }).Decimal).toBe('1.5');
  });

  it('that is none is refused with its place', () => {
    const error = caught(() => decimal.Sum('1', '2', 'three'));
    expect(error).toMatchObject({ code: 'ARGUMENT_TEXT', path: 'args[2]' });
    expect(error.message).toContain("can't convert three to decimal");
  });
});

describe('uuid.UUID', () => {
  it('is its text, as key of a namespace and in a result', () => {
    expect(uuid.NameSpaceDNS).toBe('6ba7b810-9dad-11d1-80b4-00c04fd430c8');
    expect(uuid.NewSHA1(uuid.NameSpaceDNS, 'go.dev')).toBe('91da4ff0-bcdb-5fa4-b85d-7c2de6ebc8fe');
    expect(uuid.Parse('{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}')).toBe(uuid.NameSpaceDNS);
    expect(uuid.NewString()).toMatch(/^[0-9a-f-]{36}$/);
    expect(uuid.Nil).toBe('00000000-0000-0000-0000-000000000000');
    expect(new uuid.NullUUID()).toMatchObject({ Valid: false });
  });

  it('that is none is refused', () => {
    expect(caught(() => uuid.NewSHA1('x', 'go.dev'))).toMatchObject({ code: 'ARGUMENT_TEXT', path: 'args[0]' });
    expect(caught(() => uuid.NewSHA1(5, 'go.dev'))).toMatchObject({ code: 'ARGUMENT_TYPE', path: 'args[0]' });
  });
});

describe('netip.Addr, net.IP, *url.URL', () => {
  it('are text, and members of other types give and take it', () => {
    expect(netip.ParseAddr('2001:db8:0::1')).toBe('2001:db8::1');
    const prefix = netip.PrefixFrom('10.1.2.3', 8);
    expect([prefix.Addr(), prefix.Contains('10.9.9.9'), prefix.Contains('11.0.0.1')]).toEqual([
      '10.1.2.3',
      true,
      false,
    ]);
    expect(net.IPv4(127, 0, 0, 1)).toBe('127.0.0.1');
    expect(net.ParseCIDR('10.1.2.3/8')[0]).toBe('10.1.2.3');
    expect(net.ParseIP('no')).toBe('');
    expect(url.Parse('HTTPS://a.b/ä')).toBe('https://a.b/%C3%A4');
    expect(caught(() => url.Parse('://')).name).toBe('GoError');
  });

  it('that are none are refused', () => {
    expect(caught(() => netip.PrefixFrom('10.1.2', 8))).toMatchObject({ code: 'ARGUMENT_TEXT', path: 'args[0]' });
  });
});
