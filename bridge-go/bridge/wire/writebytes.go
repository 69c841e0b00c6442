package wire

import (
	"encoding/binary"
	"math"

	"usegolib.internal/bridge/abi"
)

// WriteBytes writes a bin, or keeps what is longer than abi.InlineBytes until it is taken: the slice itself, so that
// a large payload is copied once. nil is nil.
func (w *Writer) WriteBytes(b []byte) {
	switch {
	case b == nil:
		w.WriteNil()
	case len(b) > abi.InlineBytes:
		w.keep(b)
	default:
		w.bin(b)
	}
}

// WriteByteArray writes the bytes of an array. They are copied here, so that the caller's array need not escape to the heap.
func (w *Writer) WriteByteArray(b []byte) {
	if len(b) > abi.InlineBytes {
		w.keep(append([]byte{}, b...))
		return
	}
	w.bin(b)
}

// WriteNumbers writes the elements' memory; nil is nil.
func WriteNumbers[T Number](w *Writer, v []T) {
	if v == nil {
		w.WriteNil()
		return
	}
	if b := memoryOf(v); len(b) > abi.InlineBytes {
		w.keep(b)
	} else {
		w.bin(b)
	}
}

// bin writes any number of bytes inline.
func (w *Writer) bin(b []byte) {
	n := len(b)
	switch {
	case n <= math.MaxUint8:
		w.buf = append(w.buf, codeBin8, byte(n))
	case n <= math.MaxUint16:
		w.buf = append(w.buf, codeBin8+1, byte(n>>8), byte(n))
	default:
		w.buf = binary.BigEndian.AppendUint32(append(w.buf, codeBin8+2), length32(n))
	}
	w.buf = append(w.buf, b...)
}

// WriteInline writes bytes of any length as a bin.
func (w *Writer) WriteInline(b []byte) { w.bin(b) }

func (w *Writer) keep(b []byte) {
	w.buf = append(w.buf, codeFixExt8, abi.ExtKept)
	w.buf = binary.BigEndian.AppendUint32(w.buf, uint32(len(w.kept)))
	w.buf = binary.BigEndian.AppendUint32(w.buf, length32(len(b)))
	w.kept = append(w.kept, b)
}
