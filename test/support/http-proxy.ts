import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** An HTTP proxy on the loopback interface. Every name leads to this machine, so that a test may use names that do not exist. */
export class HttpProxy {
  /** `GET http://…` and `CONNECT host:port`, with what was sent to prove who asks. */
  readonly asked: { line: string; auth?: string }[] = [];
  /** With it every request is refused. */
  refuse: number | undefined;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = createServer((incoming, response) => {
      this.#note(incoming);
      const { port, pathname } = new URL(incoming.url!);
      if (this.refuse) return void response.writeHead(this.refuse).end();
      const { 'proxy-authorization': _, ...headers } = incoming.headers;
      const onward = request({ host: '127.0.0.1', port, path: pathname, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      incoming.pipe(onward);
    });
    this.#server.on('connect', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
      this.#note(incoming);
      if (this.refuse) return void socket.end(`HTTP/1.1 ${this.refuse} Proxy Authentication Required\r\n\r\n`);
      const onward = connect(Number(incoming.url!.split(':').at(-1)), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.write(head);
        socket.pipe(onward).pipe(socket);
      });
      for (const one of [onward, socket]) one.on('error', () => {});
      this.#sockets.add(socket).add(onward);
    });
  }

  static async start(): Promise<HttpProxy> {
    const proxy = new HttpProxy();
    await new Promise<void>((done) => proxy.#server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #note({ method, url, headers }: IncomingMessage): void {
    const auth = headers['proxy-authorization'];
    this.asked.push({ line: `${method} ${url}`, ...(auth && { auth }) });
  }
}
