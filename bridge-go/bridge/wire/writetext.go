package wire

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	"usegolib.internal/bridge/abi"
)

// maxFixText is the longest text that travels as a fixstr, whatever its characters.
const maxFixText = 31

// WriteString writes up to 31 bytes as fixstr, longer ASCII as str and other longer text as ext text, so that JavaScript
// may slice every str8, str16 and str32 as latin1. A string that is not UTF-8 is an encoding fault with the byte's offset.
func (w *Writer) WriteString(s string) {
	if IsASCII(s) {
		w.str(s)
		return
	}
	if !utf8.ValidString(s) {
		notUTF8(s)
	}
	w.text(s)
}

// WriteMended writes U+FFFD for each byte that is not UTF-8.
func (w *Writer) WriteMended(s string) {
	if IsASCII(s) {
		w.str(s)
		return
	}
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // ToValidUTF8 would write one for several
	}
	w.text(s)
}

// WriteText writes a string that no declaration writes: the build says what becomes of one that is not UTF-8.
func (w *Writer) WriteText(s string) {
	if w.ReplaceUTF8 {
		w.WriteMended(s)
	} else {
		w.WriteString(s)
	}
}

// text writes what is not all ASCII.
func (w *Writer) text(s string) {
	if len(s) <= maxFixText {
		w.str(s)
		return
	}
	w.ext(abi.ExtText, len(s))
	w.buf = append(w.buf, s...)
}

// notUTF8 faults with the first byte that is not.
func notUTF8(s string) {
	at := 0
	for {
		r, size := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	Fail(abi.FaultEncoding, "a Go string is not UTF-8: byte 0x"+strconv.FormatUint(uint64(s[at]), 16)+" at offset "+strconv.Itoa(at))
}

// WritePlainText writes a str whatever its characters, as stock MessagePack tools want it; bytes that are not UTF-8 are replaced.
func (w *Writer) WritePlainText(s string) { w.str(strings.ToValidUTF8(s, "\uFFFD")) }

func (w *Writer) str(s string) {
	n := len(s)
	switch {
	case n <= maxFixText:
		w.buf = append(w.buf, 0xa0|byte(n))
	case n <= math.MaxUint8:
		w.buf = append(w.buf, codeStr8, byte(n))
	case n <= math.MaxUint16:
		w.buf = append(w.buf, codeStr8+1, byte(n>>8), byte(n))
	default:
		w.buf = binary.BigEndian.AppendUint32(append(w.buf, codeStr8+2), length32(n))
	}
	w.buf = append(w.buf, s...)
}

func (w *Writer) ext(kind byte, n int) {
	switch {
	case n <= math.MaxUint8:
		w.buf = append(w.buf, codeExt8, byte(n))
	case n <= math.MaxUint16:
		w.buf = append(w.buf, codeExt8+1, byte(n>>8), byte(n))
	default:
		w.buf = binary.BigEndian.AppendUint32(append(w.buf, codeExt8+2), length32(n))
	}
	w.buf = append(w.buf, kind)
}

func length32(n int) uint32 {
	if n > math.MaxUint32 {
		Fail(abi.FaultRange, strconv.Itoa(n)+" bytes are more than a frame holds")
	}
	return uint32(n)
}

// IsASCII looks at 64 bytes at a time, three times as fast as at eight: long text is mostly what it is asked about.
func IsASCII(s string) bool {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	for ; len(b) >= 64; b = b[64:] {
		if high(word(b, 0) | word(b, 1) | word(b, 2) | word(b, 3) | word(b, 4) | word(b, 5) | word(b, 6) | word(b, 7)) {
			return false
		}
	}
	for ; len(b) >= 8; b = b[8:] {
		if high(word(b, 0)) {
			return false
		}
	}
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func word(b []byte, i int) uint64 { return binary.NativeEndian.Uint64(b[8*i:]) }

func high(word uint64) bool { return word&0x8080808080808080 != 0 }
