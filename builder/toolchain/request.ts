import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { basicAuth, proxyFor } from './proxy.ts';

const MOST_REDIRECTS = 10;

/**
 * The answer to a GET that ended with 200, behind any redirects and through the proxy of the environment. `fetch` cannot do
 * that: on Node 20 it knows no proxy. Silence for `idle` milliseconds is an error, so that a dead line ends a build.
 */
export async function get(address: URL, idle: number): Promise<IncomingMessage> {
  let url = address;
  // Ours to send to the host it was meant for, and to no other.
  let authorization = basicAuth(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await ask(url, authorization, idle);
    const { statusCode = 0, statusMessage = '', headers } = response;
    if (statusCode === 200) return response;
    response.destroy();
    if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location)
      throw new Error(`${shown(url)} answered ${statusCode} ${statusMessage}`.trim());
    const next = new URL(headers.location, url);
    if (!/^https?:$/.test(next.protocol)) throw new Error(`${shown(url)} leads to ${shown(next)}`);
    authorization = basicAuth(next) ?? (next.host === url.host ? authorization : undefined);
    url = next;
  }
  throw new Error(`${shown(address)} leads elsewhere more than ${MOST_REDIRECTS} times`);
}

/** An address without its user and password, as messages may show it. */
export function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search}`;
}

async function ask(url: URL, authorization: string | undefined, idle: number): Promise<IncomingMessage> {
  const proxy = proxyFor(url);
  const headers = { 'user-agent': 'usegolib', ...(authorization && { authorization }) };
  if (!proxy) return send(url, { headers }, idle);
  const secret = basicAuth(proxy);
  const pass = secret && { 'proxy-authorization': secret };
  if (url.protocol === 'http:') {
    const through = { headers: { ...headers, ...pass, host: url.host }, path: shown(url) };
    return send(proxy, through, idle).catch((error: Error) => {
      throw new Error(`proxy ${error.message}`);
    });
  }
  const socket = await tunnel(proxy, `${url.hostname}:${url.port || 443}`, pass || {}, idle);
  const servername = /^[\d.]+$|^\[/.test(url.hostname) ? '' : url.hostname;
  // Without an agent, or it would make the connection.
  return send(url, { headers, agent: undefined, createConnection: () => connectTls({ socket, servername }) }, idle);
}

function send(url: URL, options: RequestOptions, idle: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { get } = url.protocol === 'https:' ? https : http;
    let answer: IncomingMessage | undefined;
    const request = get(open(url), { agent: false, ...options }, (response) => resolve((answer = response)));
    request.setTimeout(idle, () => (answer ?? request).destroy(silence(idle)));
    request.on('error', (error) => reject(new Error(`${url.host}: ${reasonOf(error)}`, { cause: error })));
  });
}

/** A connection to `target` that the proxy only passes on: it sees no more than the name. */
function tunnel(proxy: URL, target: string, pass: object, idle: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { request } = proxy.protocol === 'https:' ? https : http;
    const headers = { host: target, ...pass };
    const asked = request(open(proxy), { method: 'CONNECT', path: target, agent: false, headers });
    const fail = (problem: string) => reject(new Error(`proxy ${proxy.host}: ${problem}`));
    asked.setTimeout(idle, () => asked.destroy(silence(idle)));
    asked.on('error', (error) => fail(reasonOf(error)));
    const refused = (answer: IncomingMessage, socket: Socket) => {
      socket.destroy();
      fail(`refused CONNECT ${target} with ${answer.statusCode} ${answer.statusMessage}`);
    };
    asked.on('response', (answer) => refused(answer, answer.socket));
    asked.on('connect', (answer, socket) => {
      if (answer.statusCode !== 200) return refused(answer, socket);
      socket.setTimeout(0);
      resolve(socket);
    });
    asked.end();
  });
}

/** Without user and password: Node would make a header of them for whoever is asked. */
function open(url: URL): URL {
  const plain = new URL(url);
  plain.username = plain.password = '';
  return plain;
}

function silence(idle: number): Error {
  return new Error(`silent for ${idle / 1000} s`);
}

/** Where a name has several addresses, Node's own error has an empty message. */
function reasonOf(error: Error & { code?: string; errors?: Error[] }): string {
  return error.errors?.map((one) => one.message).join('; ') || error.message || error.code || 'failed';
}
