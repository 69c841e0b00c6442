package wire

import (
	"math/big"
	"strconv"

	"usegolib.internal/bridge/abi"
)

// ReadBigInt takes hexadecimal text with a sign; nil is nil.
func (r *Reader) ReadBigInt() *big.Int {
	if r.ReadNil() {
		return nil
	}
	text := r.ReadString()
	v, ok := new(big.Int).SetString(text, 16)
	if !ok {
		refuse(text, "big.Int")
	}
	return v
}

// ReadBigRat takes text as big.Rat's SetString reads it; nil is nil.
func (r *Reader) ReadBigRat() *big.Rat {
	if r.ReadNil() {
		return nil
	}
	text := r.ReadString()
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		refuse(text, "big.Rat")
	}
	return v
}

// ReadBigFloat takes text as big.Float's Parse reads it, with a precision that holds all its digits; nil is nil.
func (r *Reader) ReadBigFloat() *big.Float {
	if r.ReadNil() {
		return nil
	}
	text := r.ReadString()
	v, _, err := big.ParseFloat(text, 0, precision(text), big.ToNearestEven)
	if err != nil {
		refuse(text, "big.Float")
	}
	return v
}

// precision is big.Float's default of 64 bits, or four bits a character where the text is longer than that.
func precision(text string) uint { return max(64, 4*uint(len(text))) }

// ReadJSON copies JSON text; nil is nil. Whether it is JSON is the concern of who parses it.
func (r *Reader) ReadJSON() []byte { return r.ReadBytes() }

func refuse(text, kind string) {
	if len(text) > 40 {
		text = text[:40] + "…"
	}
	Fail(abi.FaultText, strconv.Quote(text)+" is no "+kind)
}
