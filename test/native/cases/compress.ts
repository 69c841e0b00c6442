import { sink } from '../../../runtime/index.ts';
import { group } from '../group.ts';

const text = 'hello hello hello, a text that repeats itself. '.repeat(200);
const bytes = (from: string) => new TextEncoder().encode(from);
const string = (from: Uint8Array) => new TextDecoder().decode(from);

/** What a writer of a module makes of a text. */
function written(open: (out: unknown) => any, from = text): Uint8Array {
  const out = sink();
  const writer = open(out);
  writer.Write(bytes(from));
  writer.Close();
  return out.bytes();
}

const compress = 'github.com/klauspost/compress';
const compressSpecs = ['gzip', 'zstd', 's2', 'flate', 'zlib', 'snappy'].map((name) => `${compress}/${name}`);
group('compress', [...compressSpecs, 'io'], ([gzip, zstd, s2, flate, zlib, snappy, io]) => {
  const read = (reader: unknown) => string(io.ReadAll(reader));
  return {
    gzip: () => {
      const zipped = written((out) => {
        const writer = gzip.NewWriter(out);
        writer.Name = 'a.txt';
        writer.Comment = 'made';
        return writer;
      });
      const reader = gzip.NewReader(zipped);
      return [zipped, reader.Name, reader.Comment, read(reader) === text];
    },
    'gzip levels': () =>
      [gzip.BestSpeed, gzip.BestCompression, gzip.HuffmanOnly].map(
        (level) => written((out) => gzip.NewWriterLevel(out, level)).length,
      ),
    'no such level': () => gzip.NewWriterLevel(sink(), 99),
    'not gzip': () => gzip.NewReader('this is no gzip'),
    'a damaged sum': () => {
      const zipped = written((out) => gzip.NewWriter(out));
      zipped[zipped.length - 5]! ^= 1;
      return io.ReadAll(gzip.NewReader(zipped));
    },
    'zstd in one go': () => {
      const zipped = zstd.NewWriter(null).EncodeAll(text, null);
      return [zipped, string(zstd.NewReader(null).DecodeAll(zipped, null)) === text];
    },
    'zstd options': () => {
      const best = zstd.WithEncoderLevel(zstd.SpeedBestCompression);
      const encoder = zstd.NewWriter(null, best, zstd.WithEncoderCRC(false), zstd.WithZeroFrames(true));
      return [encoder.EncodeAll(text, null), encoder.EncodeAll(null, null)];
    },
    'zstd stream': () => {
      const zipped = written((out) => zstd.NewWriter(out, zstd.WithEncoderConcurrency(1)));
      const decoder = zstd.NewReader(zipped, zstd.WithDecoderConcurrency(1));
      try {
        return read(decoder) === text;
      } finally {
        decoder.Close();
      }
    },
    'zstd with a dictionary': () => {
      const raw = bytes('a text that repeats itself. ');
      const zipped = zstd.NewWriter(null, zstd.WithEncoderDictRaw(1, raw)).EncodeAll('itself. a text', null);
      return [zipped, zstd.NewReader(null, zstd.WithDecoderDictRaw(1, raw)).DecodeAll(zipped, null)];
    },
    'zstd limits': () => {
      const zipped = zstd.NewWriter(null).EncodeAll(text, null);
      return zstd.NewReader(null, zstd.WithDecoderMaxMemory(1000n)).DecodeAll(zipped, null);
    },
    'not zstd': () => zstd.NewReader(null).DecodeAll('garbage', null),
    'zstd header': () => {
      const header = new zstd.Header();
      header.Decode(zstd.NewWriter(null).EncodeAll(text, null));
      return [header.WindowSize, header.FrameContentSize, header.HasFCS, header.HasCheckSum, header.Skippable];
    },
    levels: () => {
      const [found, level] = zstd.EncoderLevelFromString('best');
      return [found, level.String(), String(zstd.SpeedFastest), zstd.EncoderLevelFromZstd(3).String()];
    },
    s2: () => {
      const zipped = s2.Encode(null, text);
      return [s2.DecodedLen(zipped), string(s2.Decode(null, zipped)) === text, s2.MaxEncodedLen(1000)];
    },
    's2 stream': () => {
      const out = sink();
      const writer = s2.NewWriter(out, s2.WriterConcurrency(1), s2.WriterBlockSize(65536));
      const count = writer.ReadFrom(text);
      writer.Close();
      return [count, read(s2.NewReader(out.bytes())) === text];
    },
    's2 damaged': () => s2.Decode(null, new Uint8Array([5, 0xff])),
    flate: () => {
      const zipped = written((out) => flate.NewWriter(out, 9));
      return [zipped, read(flate.NewReader(zipped)) === text];
    },
    'flate with a dictionary': () => {
      const dictionary = bytes('hello ');
      const zipped = written((out) => flate.NewWriterDict(out, 9, dictionary), 'hello hello');
      return [zipped, read(flate.NewReaderDict(zipped, dictionary))];
    },
    zlib: () => read(zlib.NewReader(written((out) => zlib.NewWriter(out)))) === text,
    snappy: () => [snappy.Encode(null, 'abc'), snappy.Decode(null, snappy.Encode(null, 'abc'))],
    'a writer of our own': () => {
      const chunks: Uint8Array[] = [];
      const writer = gzip.NewWriter({
        Write(chunk: Uint8Array) {
          chunks.push(chunk.slice());
          return chunk.length;
        },
      });
      writer.Write(bytes(text));
      writer.Close();
      return read(gzip.NewReader(Buffer.concat(chunks))) === text;
    },
  };
});

group('brotli', ['github.com/andybalholm/brotli', 'io', 'bytes'], ([brotli, io, goBytes]) => {
  const read = (reader: unknown) => string(io.ReadAll(reader));
  return {
    'round trip': () => {
      const zipped = written((out) => brotli.NewWriter(out));
      return [zipped, read(brotli.NewReader(zipped)) === text];
    },
    levels: () =>
      [brotli.BestSpeed, brotli.DefaultCompression, brotli.BestCompression].map(
        (level) => written((out) => brotli.NewWriterLevel(out, level)).length,
      ),
    options: () => written((out) => brotli.NewWriterOptions(out, { Quality: 5, LGWin: 18 }), 'abc'),
    v2: () => read(brotli.NewReader(written((out) => brotli.NewWriterV2(out, 4)))) === text,
    flush: () => {
      const out = sink();
      const writer = brotli.NewWriter(out);
      writer.Write(bytes('one'));
      writer.Flush();
      const flushed = out.bytes().length;
      writer.Close();
      return [flushed > 0, out.bytes().length > flushed];
    },
    reset: () => {
      const [first, second] = [sink(), sink()];
      const writer = brotli.NewWriter(first);
      writer.Write(bytes('one'));
      writer.Close();
      writer.Reset(second);
      writer.Write(bytes('two'));
      writer.Close();
      return [first, second].map((out) => read(brotli.NewReader(out.bytes())));
    },
    damaged: () => io.ReadAll(brotli.NewReader('zzzzz')),
    'cut off': () => io.ReadAll(brotli.NewReader(written((out) => brotli.NewWriter(out)).subarray(0, 10))),
    'a reader of our own': () => {
      const parts = ['some ', 'text ', 'in parts'].map(bytes);
      const reader = {
        Read(into: Uint8Array) {
          const part = parts.shift();
          if (!part) return null;
          into.set(part);
          return part.length;
        },
      };
      const zipped = sink();
      const writer = brotli.NewWriter(zipped);
      const count = io.Copy(writer, reader);
      writer.Close();
      return [count, read(brotli.NewReader(zipped.bytes()))];
    },
    'a writer that fails': () => {
      const full = new RangeError('full');
      const writer = brotli.NewWriter({
        Write() {
          throw full;
        },
      });
      try {
        writer.Write(bytes(text));
        writer.Close();
        return 'nothing was thrown';
      } catch (error) {
        return [error === full, (error as Error).message];
      }
    },
    'in a buffer of Go': () => {
      const buffer = new goBytes.Buffer();
      const writer = brotli.NewWriter(buffer);
      io.WriteString(writer, text);
      writer.Close();
      return [buffer.Len(), read(brotli.NewReader(buffer)).length, buffer.Len()];
    },
  };
});
