import { BlockList, isIP } from 'node:net';

/**
 * The proxy our own downloads go through, by the variables npm and Go obey too: `HTTPS_PROXY` or `HTTP_PROXY` by the
 * address's scheme, then `ALL_PROXY`, except for what `NO_PROXY` lists and for this machine itself. Small letters win.
 *
 * @throws Error for a proxy that is not an http address
 */
export function proxyFor({ protocol, hostname, port }: URL, env: NodeJS.ProcessEnv = process.env): URL | undefined {
  const setting = (name: string) => env[name.toLowerCase()] || env[name];
  const [wanted, standard] = protocol === 'https:' ? ['HTTPS_PROXY', '443'] : ['HTTP_PROXY', '80'];
  const text = setting(wanted) || setting('ALL_PROXY');
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (!text || isLoopback(host)) return undefined;
  const without = (setting('NO_PROXY') ?? '').split(/[\s,]+/).filter(Boolean);
  if (without.some((entry) => covers(entry.toLowerCase(), host, port || standard))) return undefined;
  const proxy = URL.canParse(text) && text.includes('://') ? new URL(text) : new URL(`http://${text}`);
  if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:')
    throw new Error(`${wanted} names ${proxy.protocol}//${proxy.host}, which is not an http proxy`);
  return proxy;
}

/** What stands in a header for the user and password of an address. */
export function basicAuth({ username, password }: URL): string | undefined {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return username ? `Basic ${Buffer.from(pair).toString('base64')}` : undefined;
}

/** As Go reads it: a name covers what lies below it, `.name` only that; a port, an address or a network narrow it. */
function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const [, name = entry, only] = /^(.*[^:]):(\d+)$/.exec(entry) ?? [];
  if (entry.includes('/')) return inNetwork(entry, host);
  if (isIP(entry)) return entry === host;
  if (only && only !== port) return false;
  const bare = name.replace(/^\*?\.|^\[|\]$/g, '');
  return host.endsWith(`.${bare}`) || (!/^\*?\./.test(name) && host === bare);
}

function inNetwork(entry: string, host: string): boolean {
  const [network = '', bits = ''] = entry.split('/');
  const kind = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
  if (!isIP(network) || !isIP(host) || kind(network) !== kind(host)) return false;
  const list = new BlockList();
  try {
    list.addSubnet(network, Number(bits), kind(network));
  } catch {
    return false;
  }
  return list.check(host, kind(host));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
