package wire

import (
	"encoding/binary"
	"math"
	"runtime/debug"
	"strconv"
	"unsafe"

	"usegolib.internal/bridge/abi"
)

// MessagePack codes that more than one function needs.
const (
	codeNil     = 0xc0
	codeFalse   = 0xc2
	codeTrue    = 0xc3
	codeBin8    = 0xc4
	codeExt8    = 0xc7
	codeFloat32 = 0xca
	codeFloat64 = 0xcb
	codeUint8   = 0xcc
	codeUint16  = 0xcd
	codeUint32  = 0xce
	codeUint64  = 0xcf
	codeInt8    = 0xd0
	codeInt16   = 0xd1
	codeInt32   = 0xd2
	codeInt64   = 0xd3
	codeFixExt4 = 0xd6
	codeFixExt8 = 0xd7
	codeStr8    = 0xd9
	codeArray16 = 0xdc
	codeMap16   = 0xde
)

// A Reader takes the items of a request one after the other. The zero Reader is at the end of an empty request.
// A nil item is the Go zero value in every slot. All Read methods panic with a Fault on anything that does not fit.
type Reader struct {
	buf  []byte
	pos  int
	lent [][]byte
	// written is memory of ours whose bytes go back: JavaScript lent its own for Go to write to.
	written [][]byte
}

// From starts reading a request; lent is what ext lent items refer to.
func (r *Reader) From(request []byte, lent [][]byte) { r.buf, r.pos, r.lent = request, 0, lent }

// Pos is the number of bytes that were read.
func (r *Reader) Pos() int { return r.pos }

// Rest is the number of bytes that are still to be read.
func (r *Reader) Rest() int { return len(r.buf) - r.pos }

// End faults unless everything was read.
func (r *Reader) End() {
	if r.pos != len(r.buf) {
		malformed(strconv.Itoa(r.Rest()) + " bytes after the last argument")
	}
}

// code takes the next byte.
func (r *Reader) code() byte {
	if r.pos >= len(r.buf) {
		malformed("the request ends where an item should begin")
	}
	code := r.buf[r.pos]
	r.pos++
	return code
}

// peek is the next byte, or the never used code c1 at the end.
func (r *Reader) peek() byte {
	if r.pos >= len(r.buf) {
		return 0xc1
	}
	return r.buf[r.pos]
}

// take returns the next n bytes of the request itself: copy before keeping.
func (r *Reader) take(n int) []byte {
	if n < 0 || n > r.Rest() {
		malformed("a length of " + strconv.Itoa(n) + " with " + strconv.Itoa(r.Rest()) + " bytes left")
	}
	start := r.pos
	r.pos += n
	return r.buf[start:r.pos:r.pos]
}

// length takes a big-endian length of size 1, 2 or 4.
func (r *Reader) length(size int) int {
	b := r.take(size)
	switch size {
	case 1:
		return int(b[0])
	case 2:
		return int(binary.BigEndian.Uint16(b))
	default:
		return int(binary.BigEndian.Uint32(b))
	}
}

func (r *Reader) unexpected(want string, code byte) {
	malformed("want " + want + ", got code 0x" + strconv.FormatUint(uint64(code), 16))
}

// ReadNil consumes a nil if it is next.
func (r *Reader) ReadNil() bool {
	if r.peek() != codeNil {
		return false
	}
	r.pos++
	return true
}

// IsHandle reports whether a handle is next. It shares its code, float64, with numbers: ask only where none can stand.
func (r *Reader) IsHandle() bool { return r.peek() == codeFloat64 }

// IsText reports whether a str is next.
func (r *Reader) IsText() bool {
	c := r.peek()
	return c&0xe0 == 0xa0 || c >= codeStr8 && c <= codeStr8+2
}

// IsArray reports whether an array is next.
func (r *Reader) IsArray() bool {
	c := r.peek()
	return c&0xf0 == 0x90 || c == codeArray16 || c == codeArray16+1
}

func (r *Reader) ReadBool() bool {
	switch code := r.code(); code {
	case codeTrue:
		return true
	case codeFalse, codeNil:
	default:
		r.unexpected("a bool", code)
	}
	return false
}

// ReadString copies the next str.
func (r *Reader) ReadString() string {
	code := r.code()
	if code == codeNil {
		return ""
	}
	return string(r.text(code))
}

// text is the body of a str with this code.
func (r *Reader) text(code byte) []byte {
	switch {
	case code&0xe0 == 0xa0:
		return r.take(int(code & 0x1f))
	case code >= codeStr8 && code <= codeStr8+2:
		return r.take(r.length(1 << (code - codeStr8)))
	}
	r.unexpected("a str", code)
	return nil
}

// memory is the body of a bin, a lent payload or a str: memory that is the caller's, so copy before keeping.
func (r *Reader) memory(code byte) []byte {
	switch {
	case code >= codeBin8 && code <= codeBin8+2:
		return r.take(r.length(1 << (code - codeBin8)))
	case code == codeFixExt4:
		if kind := r.code(); kind != abi.ExtLent {
			malformed("want lent bytes, got ext " + strconv.Itoa(int(kind)))
		}
		index := r.length(4)
		if index >= len(r.lent) {
			malformed("no payload was lent under index " + strconv.Itoa(index))
		}
		return r.lent[index]
	}
	return r.text(code)
}

// ReadBytes copies the next bin, lent payload or str; nil is nil.
func (r *Reader) ReadBytes() []byte {
	code := r.code()
	if code == codeNil {
		return nil
	}
	if code == codeTag {
		return readLent(r, r.ReadBytes)
	}
	return append([]byte{}, r.memory(code)...)
}

// ReadByteArray fills dst, whose length the payload must have; nil leaves it as it is.
func (r *Reader) ReadByteArray(dst []byte) {
	if code := r.code(); code != codeNil {
		r.exactly(dst, r.memory(code))
	}
}

func (r *Reader) exactly(dst, src []byte) {
	if len(src) != len(dst) {
		malformed("want " + strconv.Itoa(len(dst)) + " bytes, got " + strconv.Itoa(len(src)))
	}
	copy(dst, src)
}

// A Number is an element whose slices travel as their own memory.
type Number interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

// ReadNumbers copies little-endian memory into a new slice; nil is nil. What Go writes to a slice that was lent goes back.
func ReadNumbers[T Number](r *Reader) []T {
	code := r.code()
	if code == codeNil {
		return nil
	}
	if code == codeTag {
		return readLent(r, func() []T { return ReadNumbers[T](r) })
	}
	src := r.memory(code)
	size := int(unsafe.Sizeof(*new(T)))
	if len(src)%size != 0 {
		malformed(strconv.Itoa(len(src)) + " bytes are no whole number of elements of " + strconv.Itoa(size))
	}
	dst := make([]T, len(src)/size)
	copy(memoryOf(dst), src)
	return dst
}

// readLent takes a slice behind the tag that says that it was lent.
func readLent[T Number](r *Reader, read func() []T) []T {
	if r.ReadInt() != abi.AnyLend || r.peek() == codeTag {
		malformed("a slice with an unexpected tag")
	}
	v := read()
	if len(v) > 0 {
		r.written = append(r.written, memoryOf(v))
	}
	return v
}

// Written gives the slices that were lent, in their order, and forgets them.
func (r *Reader) Written() [][]byte {
	written := r.written
	if written != nil { // a store of a pointer costs more than the question
		r.written = nil
	}
	return written
}

// ReadNumberArray fills dst, whose length the payload must have; nil leaves it as it is.
func ReadNumberArray[T Number](r *Reader, dst []T) { r.ReadByteArray(memoryOf(dst)) }

// ReadChanges copies a payload to dst, whose length it must have; nil leaves it as it is. Memory that Go only reads, a
// file mapped into memory perhaps, is a panic as others are, rather than the end of the process.
func ReadChanges[T Number](r *Reader, dst []T) {
	if r.ReadNil() {
		return
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	ReadNumberArray(r, dst)
}

// memoryOf is the memory of the elements. All targets are little-endian, as the wire is.
func memoryOf[T Number](v []T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(v))), len(v)*int(unsafe.Sizeof(*new(T))))
}

// ReadArray takes an array's header. ok is false for nil; n is at most the number of bytes that remain.
func (r *Reader) ReadArray() (n int, ok bool) {
	code := r.code()
	switch {
	case code == codeNil:
		return 0, false
	case code&0xf0 == 0x90:
		n = int(code & 0x0f)
	case code == codeArray16 || code == codeArray16+1:
		n = r.length(2 << (code - codeArray16))
	default:
		r.unexpected("an array", code)
	}
	if n > r.Rest() {
		malformed("an array of " + strconv.Itoa(n) + " with " + strconv.Itoa(r.Rest()) + " bytes left")
	}
	return n, true
}

// ReadMap takes a map's header. ok is false for nil; n is at most half the number of bytes that remain.
func (r *Reader) ReadMap() (n int, ok bool) {
	code := r.code()
	switch {
	case code == codeNil:
		return 0, false
	case code&0xf0 == 0x80:
		n = int(code & 0x0f)
	case code == codeMap16 || code == codeMap16+1:
		n = r.length(2 << (code - codeMap16))
	default:
		r.unexpected("a map", code)
	}
	if n > r.Rest()/2 {
		malformed("a map of " + strconv.Itoa(n) + " with " + strconv.Itoa(r.Rest()) + " bytes left")
	}
	return n, true
}

// ReadStruct takes the header of an array of exactly n items; false is a nil, the zero value.
func (r *Reader) ReadStruct(n int) bool {
	got, ok := r.ReadArray()
	if ok && got != n {
		malformed("want an array of " + strconv.Itoa(n) + " fields, got " + strconv.Itoa(got))
	}
	return ok
}

// ReadHandle takes a handle. The caller has excluded nil.
func (r *Reader) ReadHandle() uint64 {
	if code := r.code(); code != codeFloat64 {
		r.unexpected("a handle", code)
	}
	f := math.Float64frombits(binary.BigEndian.Uint64(r.take(8)))
	if !(f >= 0 && f <= maxSafe) || f != math.Trunc(f) {
		malformed("a handle that is no integer")
	}
	return uint64(f)
}
