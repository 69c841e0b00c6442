package wire

import (
	"encoding/binary"
	"math"
	"strconv"

	"usegolib.internal/bridge/abi"
)

// A Writer appends the items of a reply to the memory it was given; what does not fit moves to Go's heap by itself.
// Write methods panic with a Fault on a value that JavaScript cannot hold.
type Writer struct {
	buf  []byte
	kept [][]byte

	// DurationNS writes durations as int64 nanoseconds instead of milliseconds.
	DurationNS bool
	// ReplaceUTF8 writes U+FFFD where a string that no declaration writes is not UTF-8, instead of a fault.
	ReplaceUTF8 bool
}

// To starts a reply at the beginning of memory and forgets what was kept.
func (w *Writer) To(memory []byte) {
	w.buf = memory[:0]
	if len(w.kept) > 0 {
		w.kept = nil
	}
}

// Reply is what was written so far.
func (w *Writer) Reply() []byte { return w.buf }

// Kept is what stays with Go until it is taken; ext kept items index it.
func (w *Writer) Kept() [][]byte { return w.kept }

func (w *Writer) WriteNil() { w.buf = append(w.buf, codeNil) }

func (w *Writer) WriteBool(v bool) {
	code := byte(codeFalse)
	if v {
		code = codeTrue
	}
	w.buf = append(w.buf, code)
}

// WriteInt writes at most 32 bits or a float64; beyond ±(2^53−1) it is a range fault.
func (w *Writer) WriteInt(v int) {
	if v >= 0 && v < 0x80 {
		w.buf = append(w.buf, byte(v))
		return
	}
	w.integer(int64(v))
}

func (w *Writer) integer(v int64) {
	switch {
	case v >= 0 && v <= math.MaxUint32:
		w.small(uint32(v))
	case v >= -32 && v < 0:
		w.buf = append(w.buf, byte(v))
	case v >= math.MinInt8 && v < 0:
		w.buf = append(w.buf, codeInt8, byte(v))
	case v >= math.MinInt16 && v < 0:
		w.buf = append(w.buf, codeInt16, byte(v>>8), byte(v))
	case v >= math.MinInt32 && v < 0:
		w.buf = binary.BigEndian.AppendUint32(append(w.buf, codeInt32), uint32(v))
	case v >= -maxSafe && v <= maxSafe:
		w.WriteFloat64(float64(v))
	default:
		outOfRange(strconv.FormatInt(v, 10))
	}
}

// small writes an unsigned integer in the fewest bytes.
func (w *Writer) small(v uint32) {
	switch {
	case v < 0x80:
		w.buf = append(w.buf, byte(v))
	case v <= math.MaxUint8:
		w.buf = append(w.buf, codeUint8, byte(v))
	case v <= math.MaxUint16:
		w.buf = append(w.buf, codeUint16, byte(v>>8), byte(v))
	default:
		w.buf = binary.BigEndian.AppendUint32(append(w.buf, codeUint32), v)
	}
}

func outOfRange(value string) {
	Fail(abi.FaultRange, value+" is beyond what a JavaScript number holds exactly")
}

func (w *Writer) WriteInt8(v int8)   { w.integer(int64(v)) }
func (w *Writer) WriteInt16(v int16) { w.integer(int64(v)) }
func (w *Writer) WriteInt32(v int32) { w.integer(int64(v)) }

// WriteInt64 always writes code d3: a bigint.
func (w *Writer) WriteInt64(v int64) {
	w.buf = binary.BigEndian.AppendUint64(append(w.buf, codeInt64), uint64(v))
}

// WriteUint writes at most 32 bits or a float64; beyond 2^53−1 it is a range fault.
func (w *Writer) WriteUint(v uint) {
	if v > maxSafe {
		outOfRange(strconv.FormatUint(uint64(v), 10))
	}
	w.integer(int64(v))
}

func (w *Writer) WriteUint8(v uint8)   { w.small(uint32(v)) }
func (w *Writer) WriteUint16(v uint16) { w.small(uint32(v)) }
func (w *Writer) WriteUint32(v uint32) { w.small(v) }

// WriteUint64 always writes code cf: a bigint.
func (w *Writer) WriteUint64(v uint64) {
	w.buf = binary.BigEndian.AppendUint64(append(w.buf, codeUint64), v)
}

func (w *Writer) WriteUintptr(v uintptr) { w.WriteUint64(uint64(v)) }

func (w *Writer) WriteFloat32(v float32) {
	w.buf = binary.BigEndian.AppendUint32(append(w.buf, codeFloat32), math.Float32bits(v))
}

func (w *Writer) WriteFloat64(v float64) {
	w.buf = binary.BigEndian.AppendUint64(append(w.buf, codeFloat64), math.Float64bits(v))
}

// WriteHandle writes a handle, a safe integer, as a float64.
func (w *Writer) WriteHandle(h uint64) { w.WriteFloat64(float64(h)) }

func (w *Writer) WriteComplex64(v complex64) { w.WriteComplex128(complex128(v)) }

func (w *Writer) WriteComplex128(v complex128) {
	w.WriteArray(2)
	w.WriteFloat64(real(v))
	w.WriteFloat64(imag(v))
}

// WriteArray writes the header of an array of n items.
func (w *Writer) WriteArray(n int) { w.header(n, 0x90, codeArray16) }

// WriteMap writes the header of a map of n pairs.
func (w *Writer) WriteMap(n int) { w.header(n, 0x80, codeMap16) }

func (w *Writer) header(n int, fix, code16 byte) {
	switch {
	case n < 16:
		w.buf = append(w.buf, fix|byte(n))
	case n <= math.MaxUint16:
		w.buf = append(w.buf, code16, byte(n>>8), byte(n))
	case n <= math.MaxUint32:
		w.buf = binary.BigEndian.AppendUint32(append(w.buf, code16+1), uint32(n))
	default:
		Fail(abi.FaultRange, strconv.Itoa(n)+" items are more than a frame holds")
	}
}
