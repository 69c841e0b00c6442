package wire

import (
	"math/big"
	"time"

	"usegolib.internal/bridge/abi"
)

// WriteTime writes [seconds, nanoseconds, offset, zone].
func (w *Writer) WriteTime(t time.Time) {
	_, offset := t.Zone()
	w.WriteArray(4)
	w.integer(t.Unix())
	w.integer(int64(t.Nanosecond()))
	w.integer(int64(offset))
	w.WriteText(zoneOf(t))
}

// WriteDuration writes milliseconds where they convert back to the same nanoseconds; all others are a range fault.
func (w *Writer) WriteDuration(d time.Duration) {
	if w.DurationNS {
		w.WriteInt64(int64(d))
		return
	}
	ms, ok := millisecondsOf(d)
	if !ok {
		Fail(abi.FaultRange, d.String()+" has no exact number of milliseconds (option duration: 'ns' gives nanoseconds)")
	}
	w.WriteFloat64(ms)
}

// WriteBigInt writes hexadecimal text with a sign; nil is nil.
func (w *Writer) WriteBigInt(v *big.Int) {
	if v == nil {
		w.WriteNil()
		return
	}
	w.WriteString(v.Text(16))
}

// WriteBigRat writes "a/b", or "a" for an integer; nil is nil.
func (w *Writer) WriteBigRat(v *big.Rat) {
	if v == nil {
		w.WriteNil()
		return
	}
	w.WriteString(v.RatString())
}

// WriteBigFloat writes the shortest decimal text that is this value at its precision; nil is nil.
func (w *Writer) WriteBigFloat(v *big.Float) {
	if v == nil {
		w.WriteNil()
		return
	}
	w.WriteString(v.Text('g', -1))
}

// WriteJSON writes JSON text; nil is nil.
func (w *Writer) WriteJSON(text []byte) {
	if text == nil {
		w.WriteNil()
		return
	}
	w.WriteText(string(text))
}
