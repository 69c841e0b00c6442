import { expect, it } from 'vitest';
import { ref, snapshot, typed } from '../../runtime/index.ts';
import { builtWithOptions } from '../../test/support/built-with-options.ts';
import { caught } from '../../test/support/refused.ts';

const { m, run, declarations } = await builtWithOptions('textual-types');
const host = {
  code: 'ab',
  Addrs: ['10.0.0.1', 'fe80::1%eth0'],
  IP: '192.168.0.1',
  Page: 'https://a.b/c?d=e',
  Ports: new Map([['cd', { http: 'ef', none: null }]]),
};

it('types that the build made strings are strings, in and out, wherever they stand', () => {
  expect(m.Join('ab', 'cd')).toBe('ab+cd');
  expect(m.Known).toBe('kn');
  m.Known = 'zz';
  expect(m.Known).toBe('zz');
  expect(m.Addr('10.0.0.1')).toBe('10.0.0.2');
  expect(m.Page('https://a.b', 'c')).toBe('https://a.b/c');
  expect(m.Page(null, 'c')).toBeNull();
  const back = m.Echo(host);
  expect({ ...back, Ports: new Map([...back.Ports].map(([k, v]) => [k, { ...v }])) }).toEqual(host);
});

it('fields of objects are strings, and so are the values that JavaScript gets and gives in a call from Go', () => {
  const live = m.Make('ab');
  expect(live.Code).toBe('ab');
  live.Code = 'cd';
  expect(live.Code).toBe('cd');
  expect(new m.Live({ Code: 'gh' }).Code).toBe('gh');
  expect(m.Each(['ab'], (code: string) => [...code].reverse().join(''))).toEqual(['ba']);
});

it('an embedded one is a field, and a constant of one has the text that Go makes', () => {
  const site = m.Home({ Code: 'ab', Name: 'n' });
  expect([site.Code, site.Name]).toEqual(['ab', 'n']);
  expect(snapshot(site)).toEqual({ Code: 'ab', Name: 'n' });
  expect([m.Good, m.Better(m.Good), m.Better('')]).toEqual(['**', '***', '*']);
  expect(() => {
    m.Good = '*';
  }).toThrow(TypeError);
});

it('the zero value is what Go makes text of', () => {
  expect(new m.Host()).toMatchObject({ code: 'none', Addrs: [], IP: '', Page: null });
  expect(m.Make('ab') && new m.Live().Code).toBe('none');
  expect(m.Echo({}).code).toBe('none');
});

it('an interface that holds one has its methods, any has the text', () => {
  expect(m.Describe('ab').String()).toBe('code ab');
  expect(m.Any('ab')).toEqual(['ab', 'ab', null]);
  expect(m.Name(typed(m.Code, 'ab'))).toBe('textualtypes.Code code ab');
  expect(m.Name('ab')).toBe('string ab');
});

it.each([
  ['args[1]', () => m.Join('ab', 'abc'), '"abc" are not two letters'],
  ['args[0].code', () => m.Echo({ code: 'a' }), '"a" are not two letters'],
  ['args[0].Addrs[1]', () => m.Echo({ Addrs: ['::1', 'x'] }), /unable to parse IP/],
  ['args[0].IP', () => m.Echo({ IP: '1.2.3' }), /invalid IP address/],
  ['args[0].Page', () => m.Echo({ Page: ':' }), /missing protocol scheme/],
  ['args[0].Ports[key "abc"]', () => m.Echo({ Ports: [['abc', {}]] }), '"abc" are not two letters'],
  ['args[0].Ports.ab["x y"]', () => m.Echo({ Ports: [['ab', { 'x y': 'z' }]] }), '"z" are not two letters'],
  ['args[0][2]', () => m.Each(['ab', 'cd', ''], String), '"" are not two letters'],
  ['args[0]', () => m.Page(':', ''), /missing protocol scheme/],
  ['args[0].code', () => ref(m.Host, { code: 'a' }), '"a" are not two letters'],
  ['args[0].IP', () => Object.assign(ref(m.Host), { value: { IP: 'a' } }), /invalid IP address/],
  ['args[0]', () => Object.assign(m.Make('ab'), { Code: 'a' }), '"a" are not two letters'],
  ['args[0].Code', () => new m.Live({ Code: '' }), '"" are not two letters'],
])('text that Go refuses is an InvalidArgumentError at %s', (path, call, why) => {
  const error = caught(call);
  expect(error).toMatchObject({ name: 'InvalidArgumentError', code: 'ARGUMENT_TEXT', path });
  expect(error.message).toContain(`: ${path}: `);
  expect(error.message).toMatch(why);
});

it('what is no text is refused before anything crosses', () => {
  expect(caught(() => m.Echo({ Addrs: [1] }))).toMatchObject({ code: 'ARGUMENT_TYPE', path: 'args[0].Addrs[0]' });
  expect(caught(() => m.Addr(null))).toMatchObject({ code: 'ARGUMENT_NULL', path: 'args[0]' });
});

it('a value that has no text is a ResultRangeError', () => {
  const error = caught(() => m.Bad());
  expect(error.name).toBe('ResultRangeError');
  expect(error.message).toBe('textualtypes.Bad: a textualtypes.Code that has no text: no letters');
});

it('a variable of one is a ref', () => {
  const out = ref(m.Host, { code: 'ab' });
  out.value = { ...out.value, code: 'cd' };
  expect(out.value.code).toBe('cd');
});

it('inspect and declarations say string', () => {
  const shown: any[] = run('inspect');
  const typescript = (name: string) => shown.find((one) => one.symbol === name)?.typescript;
  expect(typescript('Code')).toBe('type Code = string');
  expect(typescript('Join')).toBe('function Join(...codes: Code[]): string');
  const text = declarations('usegolib.test/modules/textual-types');
  expect(text).toContain('// Built with text (Code, Grade).');
  expect(text).toContain('export type Code = string;');
  expect(text).toContain('export const Good: Grade;');
  expect(text).toContain('  Page: url.URL | null;');
  expect(declarations('net/url')).toContain('export type URL = string;');
});

it.each([
  ['net/netip.Adr', 'text: nothing in net/netip is called Adr; did you mean "Addr"?'],
  [
    'usegolib.test/modules/textual-types.Live',
    'text: usegolib.test/modules/textual-types.Live is not a type that text makes: it needs MarshalText or String, and UnmarshalText',
  ],
  [
    'fmt.Stringer',
    'text: fmt.Stringer is not a type that text makes: it needs MarshalText or String, and UnmarshalText',
  ],
])('%s as text ends the build', (type, message) => {
  expect(run('build', '--text', 'net/netip.Addr', '--text', type).error).toMatchObject({
    code: 'INVALID_OPTION',
    message,
  });
});

it('text that a function of JavaScript gives and Go refuses ends the call', () => {
  const error = caught(() => m.Each(['ab'], () => 'abc'));
  expect(error).toMatchObject({ name: 'InvalidArgumentError', code: 'ARGUMENT_TEXT' });
  expect(error.message).toBe('textualtypes.Each: "abc" are not two letters');
});
