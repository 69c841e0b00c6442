package wire

import (
	"encoding/binary"
	"math"
	"strconv"
	"time"

	"usegolib.internal/bridge/abi"
)

// ReadTime takes [seconds, nanoseconds, offset, zone].
func (r *Reader) ReadTime() time.Time {
	if !r.ReadStruct(4) {
		return time.Time{}
	}
	seconds, nanoseconds, offset, zone := r.ReadInt64(), r.ReadInt64(), r.ReadInt32(), r.ReadString()
	if nanoseconds < 0 || nanoseconds >= 1e9 {
		malformed("nanoseconds of " + strconv.FormatInt(nanoseconds, 10))
	}
	t := time.Unix(seconds, nanoseconds)
	return t.In(location(t, zone, int(offset)))
}

// ReadDuration takes milliseconds (±Inf are Go's extremes), an int64 of nanoseconds, or text for time.ParseDuration.
func (r *Reader) ReadDuration() time.Duration {
	switch {
	case r.IsText():
		d, err := time.ParseDuration(r.ReadString())
		if err != nil {
			Fail(abi.FaultText, err.Error())
		}
		return d
	case r.peek() == codeInt64:
		r.pos++
		return time.Duration(binary.BigEndian.Uint64(r.take(8)))
	}
	d, ok := durationOf(r.ReadFloat64())
	if !ok {
		malformed("milliseconds that are no duration")
	}
	return d
}

// durationOf converts whole and fractional milliseconds apart: ms*1e6 would already have lost digits.
func durationOf(ms float64) (d time.Duration, ok bool) {
	switch {
	case math.IsInf(ms, 1):
		return math.MaxInt64, true
	case math.IsInf(ms, -1):
		return math.MinInt64, true
	}
	whole := math.Trunc(ms)
	if !(math.Abs(whole) <= math.MaxInt64/1e6-1) {
		return 0, false
	}
	return time.Duration(whole)*time.Millisecond + time.Duration(math.Round((ms-whole)*1e6)), true
}

// millisecondsOf is the number that durationOf converts back to d, if there is one.
func millisecondsOf(d time.Duration) (ms float64, ok bool) {
	switch d {
	case math.MaxInt64:
		return math.Inf(1), true
	case math.MinInt64:
		return math.Inf(-1), true
	}
	ms = float64(d/time.Millisecond) + float64(d%time.Millisecond)/1e6
	back, ok := durationOf(ms)
	return ms, ok && back == d
}
