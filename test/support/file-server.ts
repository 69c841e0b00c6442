import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a path is answered. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server on the loopback interface that answers each path as a test says, and remembers what was asked. */
export class FileServer {
  readonly asked: string[] = [];
  readonly answers = new Map<string, Answer>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(request.url!);
      const answer = this.answers.get(new URL(request.url!, 'http://any').pathname);
      if (answer) answer(request, response);
      else status(404)(request, response);
    });
  }

  static async start(): Promise<FileServer> {
    const server = new FileServer();
    await new Promise<void>((done) => server.#server.listen(0, '127.0.0.1', done));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** All of it. */
export const whole = (bytes: Uint8Array): Answer => {
  return (_request, response) => void response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
};

/** Half of it under the length of the whole, then the line is dropped. */
export const cut = (bytes: Uint8Array): Answer => {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  };
};

/** Half of it and an orderly end: only what was pinned can tell. */
export const short = (bytes: Uint8Array): Answer => whole(bytes.subarray(0, bytes.length / 2));

/** A few bytes at a time without a length, then the line is dropped. */
export const drip = (bytes: Uint8Array): Answer => {
  return (_request, response) => {
    let at = 0;
    const next = () => {
      response.write(bytes.subarray(at, (at += 10)));
      if (at < 50) setTimeout(next, 5);
      else response.destroy();
    };
    next();
  };
};

/** Some of it, and then nothing more for ever. */
export const stall = (bytes: Uint8Array): Answer => {
  return (_request, response) =>
    void response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 9));
};

export const status = (code: number): Answer => {
  return (_request, response) => void response.writeHead(code).end('no file');
};

export const redirect = (to: string): Answer => {
  return (_request, response) => void response.writeHead(302, { location: to }).end();
};

/** A port of the loopback interface at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = await FileServer.start();
  const { port } = server;
  await server.stop();
  return port;
}
