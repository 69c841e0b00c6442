import { group } from '../group.ts';

/** A file of JavaScript, as Go's fs.File; net/http also wants to seek in it. */
function file(name: string, text: string): any {
  const data = Buffer.from(text);
  let at = 0;
  return {
    Stat: () => ({
      Name: () => name,
      Size: () => data.length,
      Mode: () => 0o644,
      ModTime: () => new Date(0),
      IsDir: () => false,
      Sys: () => null,
    }),
    Read(p: Uint8Array) {
      if (at >= data.length) return null;
      const part = data.subarray(at, at + p.length);
      p.set(part);
      at += part.length;
      return part.length;
    },
    Seek(offset: bigint, whence: number) {
      at = Number(offset) + [0, at, data.length][whence]!;
      return BigInt(at);
    },
    Close() {},
  };
}

group('made in JavaScript', ['net/http', 'net/http/httptest', 'io/fs'], ([http, httptest, fs]) => {
  const files: Record<string, string> = { 'a.txt': 'hello', 'b.html': '<p>' };
  const Open = (name: string) => {
    if (files[name] === undefined) throw fs.ErrNotExist;
    return file(name, files[name]);
  };
  const get = (url: string, range = '') => {
    const request = httptest.NewRequest('GET', url, null);
    if (range) request.Header.Set('Range', range);
    const recorder = httptest.NewRecorder();
    http.FileServerFS({ Open }).ServeHTTP(recorder, request);
    return [recorder.Code, recorder.Body.String(), recorder.Header().Get('Content-Type')];
  };
  return {
    'a file server': () => [get('/a.txt'), get('/b.html'), get('/c')],
    'a part of a file': () => get('/a.txt', 'bytes=1-3'),
    'a short way to read': () => [
      fs.ReadFile({ Open }, 'a.txt'),
      fs.ReadFile({ Open, ReadFile: () => 'short' }, 'a.txt'),
      fs.Stat({ Open }, 'a.txt').Name(),
      fs.Stat({ Open, Stat: () => file('short', '').Stat() }, 'a.txt').Name(),
    ],
    flushing: () => {
      const written: string[] = [];
      const writer = {
        Header: () => new http.Header(),
        WriteHeader: (code: number) => written.push(String(code)),
        Write(p: Uint8Array) {
          written.push(Buffer.from(p).toString());
          return p.length;
        },
      };
      const Flush = () => written.push('flush');
      const flush = (w: unknown) => {
        try {
          http.NewResponseController(w).Flush();
          return null;
        } catch (error) {
          return error;
        }
      };
      http.Error({ ...writer, Flush }, 'no', 404);
      return [flush(writer), flush({ ...writer, Flush }), written];
    },
  };
});
