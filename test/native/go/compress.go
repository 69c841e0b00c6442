//go:build full

package main

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

var repeated = strings.Repeat("hello hello hello, a text that repeats itself. ", 200)

// written is what a writer of a module makes of a text.
func written(open func(io.Writer) io.WriteCloser, text string) []byte {
	var out bytes.Buffer
	w := open(&out)
	must(io.WriteString(w, text))
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func same(r io.Reader) bool { return string(must(io.ReadAll(r))) == repeated }

func init() {
	zipped := func() []byte {
		return written(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }, repeated)
	}
	encoder := func(options ...zstd.EOption) *zstd.Encoder { return must(zstd.NewWriter(nil, options...)) }
	decoder := func(options ...zstd.DOption) *zstd.Decoder { return must(zstd.NewReader(nil, options...)) }
	groups["compress"] = group{
		"gzip": func() any {
			z := written(func(w io.Writer) io.WriteCloser {
				g := gzip.NewWriter(w)
				g.Name, g.Comment = "a.txt", "made"
				return g
			}, repeated)
			r := must(gzip.NewReader(bytes.NewReader(z)))
			return list(z, r.Name, r.Comment, same(r))
		},
		"gzip levels": func() any {
			sizes := []int{}
			for _, level := range []int{gzip.BestSpeed, gzip.BestCompression, gzip.HuffmanOnly} {
				sizes = append(sizes, len(written(func(w io.Writer) io.WriteCloser { return must(gzip.NewWriterLevel(w, level)) }, repeated)))
			}
			return sizes
		},
		"no such level": func() any { return try(gzip.NewWriterLevel(io.Discard, 99)) },
		"not gzip":      func() any { return try(gzip.NewReader(strings.NewReader("this is no gzip"))) },
		"a damaged sum": func() any {
			z := zipped()
			z[len(z)-5] ^= 1
			return try(io.ReadAll(must(gzip.NewReader(bytes.NewReader(z)))))
		},
		"zstd in one go": func() any {
			z := encoder().EncodeAll([]byte(repeated), nil)
			return list(z, string(must(decoder().DecodeAll(z, nil))) == repeated)
		},
		"zstd options": func() any {
			e := encoder(zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderCRC(false), zstd.WithZeroFrames(true))
			return list(e.EncodeAll([]byte(repeated), nil), e.EncodeAll(nil, nil))
		},
		"zstd stream": func() any {
			z := written(func(w io.Writer) io.WriteCloser { return must(zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))) }, repeated)
			d := must(zstd.NewReader(bytes.NewReader(z), zstd.WithDecoderConcurrency(1)))
			defer d.Close()
			return same(d)
		},
		"zstd with a dictionary": func() any {
			raw := []byte("a text that repeats itself. ")
			z := encoder(zstd.WithEncoderDictRaw(1, raw)).EncodeAll([]byte("itself. a text"), nil)
			return list(z, must(decoder(zstd.WithDecoderDictRaw(1, raw)).DecodeAll(z, nil)))
		},
		"zstd limits": func() any {
			z := encoder().EncodeAll([]byte(repeated), nil)
			return try(decoder(zstd.WithDecoderMaxMemory(1000)).DecodeAll(z, nil))
		},
		"not zstd": func() any { return try(decoder().DecodeAll([]byte("garbage"), nil)) },
		"zstd header": func() any {
			var h zstd.Header
			if err := h.Decode(encoder().EncodeAll([]byte(repeated), nil)); err != nil {
				return failure{err}
			}
			return list(h.WindowSize, h.FrameContentSize, h.HasFCS, h.HasCheckSum, h.Skippable)
		},
		"levels": func() any {
			found, level := zstd.EncoderLevelFromString("best")
			return list(found, level.String(), zstd.SpeedFastest.String(), zstd.EncoderLevelFromZstd(3).String())
		},
		"s2": func() any {
			z := s2.Encode(nil, []byte(repeated))
			return list(must(s2.DecodedLen(z)), string(must(s2.Decode(nil, z))) == repeated, s2.MaxEncodedLen(1000))
		},
		"s2 stream": func() any {
			var out bytes.Buffer
			w := s2.NewWriter(&out, s2.WriterConcurrency(1), s2.WriterBlockSize(65536))
			count := must(w.ReadFrom(strings.NewReader(repeated)))
			if err := w.Close(); err != nil {
				return failure{err}
			}
			return list(count, same(s2.NewReader(&out)))
		},
		"s2 damaged": func() any { return try(s2.Decode(nil, []byte{5, 0xff})) },
		"flate": func() any {
			z := written(func(w io.Writer) io.WriteCloser { return must(flate.NewWriter(w, 9)) }, repeated)
			return list(z, same(flate.NewReader(bytes.NewReader(z))))
		},
		"flate with a dictionary": func() any {
			dictionary := []byte("hello ")
			z := written(func(w io.Writer) io.WriteCloser { return must(flate.NewWriterDict(w, 9, dictionary)) }, "hello hello")
			return list(z, string(must(io.ReadAll(flate.NewReaderDict(bytes.NewReader(z), dictionary)))))
		},
		"zlib": func() any {
			z := written(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }, repeated)
			return same(must(zlib.NewReader(bytes.NewReader(z))))
		},
		"snappy": func() any {
			z := snappy.Encode(nil, []byte("abc"))
			return list(z, must(snappy.Decode(nil, z)))
		},
		"a writer of our own": func() any { return same(must(gzip.NewReader(bytes.NewReader(zipped())))) },
	}
	plain := func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }
	groups["brotli"] = group{
		"round trip": func() any {
			z := written(plain, repeated)
			return list(z, same(brotli.NewReader(bytes.NewReader(z))))
		},
		"levels": func() any {
			sizes := []int{}
			for _, level := range []int{brotli.BestSpeed, brotli.DefaultCompression, brotli.BestCompression} {
				sizes = append(sizes, len(written(func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, level) }, repeated)))
			}
			return sizes
		},
		"options": func() any {
			return written(func(w io.Writer) io.WriteCloser {
				return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: 5, LGWin: 18})
			}, "abc")
		},
		"v2": func() any {
			z := written(func(w io.Writer) io.WriteCloser { return brotli.NewWriterV2(w, 4) }, repeated)
			return same(brotli.NewReader(bytes.NewReader(z)))
		},
		"flush": func() any {
			var out bytes.Buffer
			w := brotli.NewWriter(&out)
			io.WriteString(w, "one")
			w.Flush()
			flushed := out.Len()
			w.Close()
			return list(flushed > 0, out.Len() > flushed)
		},
		"reset": func() any {
			var first, second bytes.Buffer
			w := brotli.NewWriter(&first)
			io.WriteString(w, "one")
			w.Close()
			w.Reset(&second)
			io.WriteString(w, "two")
			w.Close()
			return list(string(must(io.ReadAll(brotli.NewReader(&first)))), string(must(io.ReadAll(brotli.NewReader(&second)))))
		},
		"damaged": func() any { return try(io.ReadAll(brotli.NewReader(strings.NewReader("zzzzz")))) },
		"cut off": func() any {
			return try(io.ReadAll(brotli.NewReader(bytes.NewReader(written(plain, repeated)[:10]))))
		},
		"a reader of our own": func() any {
			var z bytes.Buffer
			w := brotli.NewWriter(&z)
			count := must(io.Copy(w, strings.NewReader("some text in parts")))
			w.Close()
			return list(count, string(must(io.ReadAll(brotli.NewReader(&z)))))
		},
		"a writer that fails": func() any {
			full := errors.New("full")
			w := brotli.NewWriter(failing{full})
			_, err := io.WriteString(w, repeated)
			err = errors.Join(err, w.Close())
			return list(errors.Is(err, full), full.Error())
		},
		"in a buffer of Go": func() any {
			var buffer bytes.Buffer
			w := brotli.NewWriter(&buffer)
			io.WriteString(w, repeated)
			w.Close()
			return list(buffer.Len(), len(must(io.ReadAll(brotli.NewReader(&buffer)))), buffer.Len())
		},
	}
}

// failing is a writer that cannot write.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
