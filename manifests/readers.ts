/** Interfaces of Go that text and bytes of JavaScript satisfy. */
export const READERS: ReadonlySet<string> = new Set([
  'io.Reader',
  'io.ReadCloser',
  'io.ReadSeeker',
  'io.ReadSeekCloser',
  'io.ReaderAt',
  'io.ByteReader',
  'io.ByteScanner',
  'io.RuneReader',
  'io.RuneScanner',
  'io.WriterTo',
]);
