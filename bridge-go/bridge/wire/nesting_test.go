package wire

import (
	"bytes"
	"testing"

	"usegolib.internal/bridge/abi"
)

func nested(depth int) []byte {
	return append(bytes.Repeat([]byte{0x91}, depth), codeNil)
}

func TestNestingIsBounded(t *testing.T) {
	var r Reader
	r.From(nested(1_000_000), nil)
	wantFault(t, abi.FaultMalformed, r.CheckNesting)

	r.From(append(nested(MaxNesting), bytes.Repeat([]byte{1}, 5000)...), nil)
	if f := fault(t, r.CheckNesting); f != nil {
		t.Errorf("depth %d: %v", MaxNesting, f)
	}
	wide := append([]byte{codeArray16 + 1, 0, 1, 0, 0}, bytes.Repeat([]byte{0x91, 1}, 65536)...)
	r.From(wide, nil)
	if f := fault(t, r.CheckNesting); f != nil {
		t.Errorf("a wide request: %v", f)
	}
}

func TestLengthBombsAllocateNothing(t *testing.T) {
	for _, bomb := range [][]byte{
		{0xdd, 0xff, 0xff, 0xff, 0xff}, {0xdf, 0xff, 0xff, 0xff, 0xff}, {0xc6, 0xff, 0xff, 0xff, 0xff}, {0xdb, 0xff, 0xff, 0xff, 0xff},
	} {
		for _, read := range []func(r *Reader){
			func(r *Reader) { r.ReadArray() }, func(r *Reader) { r.ReadMap() }, func(r *Reader) { r.ReadBytes() }, func(r *Reader) { r.ReadString() },
			func(r *Reader) { ReadNumbers[float64](r) },
		} {
			var r Reader
			r.From(bomb, nil)
			wantFault(t, abi.FaultMalformed, func() { read(&r) })
		}
	}
}

// FuzzReader feeds any bytes to every slot: a Fault is fine, any other panic is not.
func FuzzReader(f *testing.F) {
	for _, seed := range [][]byte{{}, {codeNil}, {7}, {0xcb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0}, {0xa1, 'x'}, {0xc4, 1, 1}, {0x94, 0, 0, 0, 0xa3, 'U', 'T', 'C'}, {0xdd, 0xff, 0xff, 0xff, 0xff}, {0xd6, 3, 0, 0, 0, 0}} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, slot := range slots {
			fault(t, func() {
				var r Reader
				var w Writer
				r.From(b, [][]byte{{1, 2, 3}})
				slot(&r, &w)
				r.End()
			})
			var r Reader
			r.From(b, nil)
			fault(t, r.CheckNesting)
			r.Path(0)
		}
	})
}
