package wire

import (
	"encoding/binary"
	"math"
)

// maxSafe is the greatest integer JavaScript's number holds exactly together with its neighbours.
const maxSafe = 1<<53 - 1

func (r *Reader) ReadInt() int {
	if r.pos < len(r.buf) {
		if code := r.buf[r.pos]; code < 0x80 {
			r.pos++
			return int(code)
		}
	}
	return int(r.signed(math.MinInt, math.MaxInt))
}

func (r *Reader) ReadInt8() int8   { return int8(r.signed(math.MinInt8, math.MaxInt8)) }
func (r *Reader) ReadInt16() int16 { return int16(r.signed(math.MinInt16, math.MaxInt16)) }
func (r *Reader) ReadInt32() int32 { return int32(r.signed(math.MinInt32, math.MaxInt32)) }
func (r *Reader) ReadInt64() int64 { return r.signed(math.MinInt64, math.MaxInt64) }

func (r *Reader) ReadUint() uint       { return uint(r.unsigned(math.MaxUint)) }
func (r *Reader) ReadUint8() uint8     { return uint8(r.unsigned(math.MaxUint8)) }
func (r *Reader) ReadUint16() uint16   { return uint16(r.unsigned(math.MaxUint16)) }
func (r *Reader) ReadUint32() uint32   { return uint32(r.unsigned(math.MaxUint32)) }
func (r *Reader) ReadUint64() uint64   { return r.unsigned(math.MaxUint64) }
func (r *Reader) ReadUintptr() uintptr { return uintptr(r.unsigned(math.MaxUint)) }

// signed takes any numeric code whose value is an integer from min to max.
func (r *Reader) signed(min, max int64) int64 {
	v, negative := r.integer()
	if negative {
		if int64(v) < min {
			malformed("an integer out of range")
		}
		return int64(v)
	}
	if v > uint64(max) {
		malformed("an integer out of range")
	}
	return int64(v)
}

// unsigned takes any numeric code whose value is an integer from 0 to max.
func (r *Reader) unsigned(max uint64) uint64 {
	v, negative := r.integer()
	if negative || v > max {
		malformed("an integer out of range")
	}
	return v
}

// integer takes any numeric code that holds an integer: the two's complement of a negative one, else its value.
func (r *Reader) integer() (v uint64, negative bool) {
	switch code := r.code(); {
	case code < 0x80:
		return uint64(code), false
	case code >= 0xe0:
		return uint64(int8(code)), true
	case code == codeNil:
		return 0, false
	case code == codeUint8:
		return uint64(r.take(1)[0]), false
	case code == codeUint16:
		return uint64(binary.BigEndian.Uint16(r.take(2))), false
	case code == codeUint32:
		return uint64(binary.BigEndian.Uint32(r.take(4))), false
	case code == codeUint64:
		return binary.BigEndian.Uint64(r.take(8)), false
	case code == codeInt8:
		return sign(int64(int8(r.take(1)[0])))
	case code == codeInt16:
		return sign(int64(int16(binary.BigEndian.Uint16(r.take(2)))))
	case code == codeInt32:
		return sign(int64(int32(binary.BigEndian.Uint32(r.take(4)))))
	case code == codeInt64:
		return sign(int64(binary.BigEndian.Uint64(r.take(8))))
	case code == codeFloat32:
		return whole(float64(math.Float32frombits(binary.BigEndian.Uint32(r.take(4)))))
	case code == codeFloat64:
		return whole(math.Float64frombits(binary.BigEndian.Uint64(r.take(8))))
	default:
		r.unexpected("an integer", code)
		return 0, false
	}
}

func sign(v int64) (uint64, bool) { return uint64(v), v < 0 }

func whole(f float64) (uint64, bool) {
	if f != math.Trunc(f) || math.Abs(f) > maxSafe {
		malformed("a float that is no exact integer")
	}
	return sign(int64(f))
}

func (r *Reader) ReadFloat64() float64 {
	code := r.code()
	switch code {
	case codeFloat64:
		return math.Float64frombits(binary.BigEndian.Uint64(r.take(8)))
	case codeFloat32:
		return float64(math.Float32frombits(binary.BigEndian.Uint32(r.take(4))))
	}
	r.pos--
	v, negative := r.integer()
	if negative {
		return float64(int64(v))
	}
	return float64(v)
}

// ReadFloat32 rounds to the nearest float32; a finite number beyond its range faults.
func (r *Reader) ReadFloat32() float32 {
	wide := r.ReadFloat64()
	narrow := float32(wide)
	if math.IsInf(float64(narrow), 0) && !math.IsInf(wide, 0) {
		malformed("a number beyond float32")
	}
	return narrow
}

func (r *Reader) ReadComplex64() complex64 {
	if !r.ReadStruct(2) {
		return 0
	}
	re := r.ReadFloat32()
	return complex(re, r.ReadFloat32())
}

func (r *Reader) ReadComplex128() complex128 {
	if !r.ReadStruct(2) {
		return 0
	}
	re := r.ReadFloat64()
	return complex(re, r.ReadFloat64())
}
