package wire

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"usegolib.internal/bridge/abi"
)

// fault runs f and returns the fault it ended with, if any.
func fault(t *testing.T, f func()) (got *Fault) {
	t.Helper()
	defer func() {
		if v := recover(); v != nil {
			e, ok := v.(Fault)
			if !ok {
				t.Fatalf("panic %v, want a Fault", v)
			}
			got = &e
		}
	}()
	f()
	return nil
}

func wantFault(t *testing.T, code int, f func()) {
	t.Helper()
	if got := fault(t, f); got == nil || got.Code != code {
		t.Errorf("got fault %v, want code %d", got, code)
	}
}

// a vector is one value of a slot with the bytes Go writes for it; see abi/vectors/README.md.
type vector struct {
	Name  string          `json:"name"`
	Slot  string          `json:"slot"`
	Value json.RawMessage `json:"value"`
	Go    string          `json:"go"`
	JS    []string        `json:"js"`
}

func vectors(t *testing.T) (all []vector) {
	t.Helper()
	files, _ := filepath.Glob("../../../abi/vectors/*.json")
	if len(files) == 0 {
		t.Fatal("no vectors")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var list []vector
		if err := json.Unmarshal(text, &list); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, list...)
	}
	return all
}

// slots decode a slot and write it again.
var slots = map[string]func(r *Reader, w *Writer){
	"bool":       func(r *Reader, w *Writer) { w.WriteBool(r.ReadBool()) },
	"int":        func(r *Reader, w *Writer) { w.WriteInt(r.ReadInt()) },
	"int8":       func(r *Reader, w *Writer) { w.WriteInt8(r.ReadInt8()) },
	"int16":      func(r *Reader, w *Writer) { w.WriteInt16(r.ReadInt16()) },
	"int32":      func(r *Reader, w *Writer) { w.WriteInt32(r.ReadInt32()) },
	"int64":      func(r *Reader, w *Writer) { w.WriteInt64(r.ReadInt64()) },
	"uint":       func(r *Reader, w *Writer) { w.WriteUint(r.ReadUint()) },
	"uint8":      func(r *Reader, w *Writer) { w.WriteUint8(r.ReadUint8()) },
	"uint16":     func(r *Reader, w *Writer) { w.WriteUint16(r.ReadUint16()) },
	"uint32":     func(r *Reader, w *Writer) { w.WriteUint32(r.ReadUint32()) },
	"uint64":     func(r *Reader, w *Writer) { w.WriteUint64(r.ReadUint64()) },
	"uintptr":    func(r *Reader, w *Writer) { w.WriteUintptr(r.ReadUintptr()) },
	"float32":    func(r *Reader, w *Writer) { w.WriteFloat32(r.ReadFloat32()) },
	"float64":    func(r *Reader, w *Writer) { w.WriteFloat64(r.ReadFloat64()) },
	"complex64":  func(r *Reader, w *Writer) { w.WriteComplex64(r.ReadComplex64()) },
	"complex128": func(r *Reader, w *Writer) { w.WriteComplex128(r.ReadComplex128()) },
	"string":     func(r *Reader, w *Writer) { w.WriteString(r.readAnyText()) },
	"bytes":      func(r *Reader, w *Writer) { w.WriteBytes(r.ReadBytes()) },
	"numbers":    func(r *Reader, w *Writer) { WriteNumbers(w, ReadNumbers[float64](r)) },
	"time":       func(r *Reader, w *Writer) { w.WriteTime(r.ReadTime()) },
	"duration":   func(r *Reader, w *Writer) { w.WriteDuration(r.ReadDuration()) },
	"bigInt":     func(r *Reader, w *Writer) { w.WriteBigInt(r.ReadBigInt()) },
	"bigRat":     func(r *Reader, w *Writer) { w.WriteBigRat(r.ReadBigRat()) },
	"bigFloat":   func(r *Reader, w *Writer) { w.WriteBigFloat(r.ReadBigFloat()) },
	"json":       func(r *Reader, w *Writer) { w.WriteJSON(r.ReadJSON()) },
}

// readAnyText takes what Go itself may have written: a str or ext text.
func (r *Reader) readAnyText() string {
	if c := r.peek(); c >= codeExt8 && c <= codeExt8+2 {
		r.pos++
		n := r.length(1 << (c - codeExt8))
		r.code()
		return string(r.take(n))
	}
	return r.ReadString()
}

func TestVectors(t *testing.T) {
	for _, v := range vectors(t) {
		slot := slots[v.Slot]
		if slot == nil {
			t.Errorf("%s: no slot %q", v.Name, v.Slot)
			continue
		}
		want, err := hex.DecodeString(v.Go)
		if err != nil {
			t.Fatalf("%s: %v", v.Name, err)
		}
		for _, request := range append([]string{v.Go}, v.JS...) {
			in, err := hex.DecodeString(request)
			if err != nil {
				t.Fatalf("%s: %v", v.Name, err)
			}
			var r Reader
			var w Writer
			if f := fault(t, func() { r.From(in, nil); slot(&r, &w); r.End() }); f != nil {
				t.Errorf("%s: reading %x: %v", v.Name, clip(in), f)
			} else if !bytes.Equal(w.Reply(), want) && !(request == v.Go && isZero(in)) {
				t.Errorf("%s: read %x, wrote %x, want %x", v.Name, clip(in), clip(w.Reply()), clip(want))
			}
		}
	}
}

func clip(b []byte) []byte { return b[:min(len(b), 40)] }
func isZero(b []byte) bool { return len(b) == 1 && b[0] == codeNil }

func TestIntegersAcceptEveryExactCode(t *testing.T) {
	for _, text := range []string{"07", "cc07", "cd0007", "ce00000007", "cf0000000000000007", "d007", "d10007", "d200000007",
		"d30000000000000007", "ca40e00000", "cb401c000000000000"} {
		b, _ := hex.DecodeString(text)
		var r Reader
		r.From(b, nil)
		if got := r.ReadInt8(); got != 7 || r.Rest() != 0 {
			t.Errorf("%s: got %d, %d bytes left", text, got, r.Rest())
		}
	}
}

func TestIntegersRefuse(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		read func(r *Reader)
	}{
		"fraction":        {"cb3fe0000000000000", func(r *Reader) { r.ReadInt() }},
		"NaN":             {"cb7ff8000000000000", func(r *Reader) { r.ReadInt() }},
		"infinite":        {"cb7ff0000000000000", func(r *Reader) { r.ReadUint() }},
		"float past 2^53": {"cb4340000000000000", func(r *Reader) { r.ReadInt64() }},
		"int8 128":        {"cc80", func(r *Reader) { r.ReadInt8() }},
		"int8 -129":       {"d1ff7f", func(r *Reader) { r.ReadInt8() }},
		"negative uint":   {"ff", func(r *Reader) { r.ReadUint64() }},
		"int64 2^63":      {"cf8000000000000000", func(r *Reader) { r.ReadInt64() }},
		"text":            {"a131", func(r *Reader) { r.ReadInt() }},
		"cut short":       {"cd00", func(r *Reader) { r.ReadInt() }},
		"nothing":         {"", func(r *Reader) { r.ReadInt() }},
		"float32 1e300":   {"cb7e37e43c8800759c", func(r *Reader) { r.ReadFloat32() }},
	} {
		b, _ := hex.DecodeString(test.text)
		var r Reader
		r.From(b, nil)
		t.Run(name, func(t *testing.T) { wantFault(t, abi.FaultMalformed, func() { test.read(&r) }) })
	}
}

func TestWriteRefusesWhatJavaScriptCannotHold(t *testing.T) {
	var w Writer
	wantFault(t, abi.FaultRange, func() { w.WriteInt(1 << 53) })
	wantFault(t, abi.FaultRange, func() { w.WriteInt(math.MinInt64) })
	wantFault(t, abi.FaultRange, func() { w.WriteUint(1 << 53) })
	wantFault(t, abi.FaultRange, func() { w.WriteDuration(math.MaxInt64 - 1) })
	f := fault(t, func() { w.WriteString("añb\xff") })
	if f == nil || f.Code != abi.FaultEncoding || !strings.Contains(f.Message, "offset 4") {
		t.Errorf("got %v, want an encoding fault at offset 4", f)
	}
	wantFault(t, abi.FaultEncoding, func() { w.WriteText("a\xff") })
}

func TestMendedTextHasAReplacementForEachByte(t *testing.T) {
	for text, want := range map[string]string{"a": "a", "ñ": "ñ", "a\xffb\xed\xa0": "a\uFFFDb\uFFFD\uFFFD"} {
		for name, write := range map[string]func(w *Writer, s string){"WriteMended": (*Writer).WriteMended, "WriteText": (*Writer).WriteText} {
			w := Writer{ReplaceUTF8: true}
			write(&w, text)
			if got := string(w.Reply()[1:]); got != want {
				t.Errorf("%s(%q): got %q", name, text, got)
			}
		}
	}
}

func TestDurationsThatConvertBack(t *testing.T) {
	for _, d := range []time.Duration{0, 1, -1, 999_999, 1_000_001, time.Second + 1, 99*24*time.Hour - 1, math.MaxInt64, math.MinInt64, 290 * 365 * 24 * time.Hour} {
		var w Writer
		w.WriteDuration(d)
		var r Reader
		r.From(w.Reply(), nil)
		if got := r.ReadDuration(); got != d {
			t.Errorf("%d came back as %d", d, got)
		}
	}
}

func TestTimeKeepsItsZone(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		berlin = time.FixedZone("CET", 3600)
	}
	for _, loc := range []*time.Location{time.UTC, time.Local, berlin, time.FixedZone("", -5400)} {
		want := time.Date(2026, 7, 1, 12, 0, 0, 123456789, loc)
		var w Writer
		w.WriteTime(want)
		var r Reader
		r.From(w.Reply(), nil)
		got := r.ReadTime()
		if !got.Equal(want) || got.Location().String() != loc.String() || got.Format(time.RFC3339Nano) != want.Format(time.RFC3339Nano) {
			t.Errorf("%v came back as %v", want, got)
		}
	}
}

func TestLargeBytesAreKept(t *testing.T) {
	var w Writer
	large := make([]byte, abi.InlineBytes+1)
	w.WriteBytes(large)
	w.WriteByteArray(large)
	if len(w.Reply()) != 20 || len(w.Kept()) != 2 {
		t.Fatalf("%d bytes, %d kept", len(w.Reply()), len(w.Kept()))
	}
	if &w.Kept()[0][0] != &large[0] || &w.Kept()[1][0] == &large[0] {
		t.Error("a slice is kept as it is, an array as a copy")
	}
}

func TestLentBytes(t *testing.T) {
	var r Reader
	lent := []byte{1, 2, 3}
	r.From([]byte{codeFixExt4, abi.ExtLent, 0, 0, 0, 0, codeFixExt4, abi.ExtLent, 0, 0, 0, 1}, [][]byte{lent})
	got := r.ReadBytes()
	lent[0] = 9
	if !bytes.Equal(got, []byte{1, 2, 3}) {
		t.Errorf("got %v: lent memory must be copied", got)
	}
	wantFault(t, abi.FaultMalformed, func() { r.ReadBytes() })
}

func TestWhatGoWritesToLentSlicesIsKnown(t *testing.T) {
	var r Reader
	r.From([]byte{codeTag, abi.AnyLend, 0xc4, 2, 1, 2, 0xc4, 1, 9, codeTag, abi.AnyLend, 0xc4, 4, 1, 0, 2, 0, codeTag, abi.AnyLend, 0xc4, 0}, nil)
	b, own, n, none := r.ReadBytes(), r.ReadBytes(), ReadNumbers[uint16](&r), r.ReadBytes()
	r.End()
	b[1], own[0], n[0] = 7, 8, 0x0304
	written := r.Written()
	if len(written) != 2 || !bytes.Equal(written[0], []byte{1, 7}) || !bytes.Equal(written[1], []byte{4, 3, 2, 0}) || none == nil {
		t.Errorf("written: %v", written)
	}
	if r.Written() != nil {
		t.Error("they are told twice")
	}
	for _, frame := range [][]byte{{codeTag}, {codeTag, abi.AnyLend}, {codeTag, abi.AnyJs, 0xc4, 0}, {codeTag, abi.AnyLend, codeTag, abi.AnyLend, 0xc4, 0}} {
		r.From(frame, nil)
		if fault(t, func() { r.ReadBytes() }) == nil {
			t.Errorf("%x was read", frame)
		}
	}
}

func TestChangesAreCopiedToASliceOfTheirLength(t *testing.T) {
	var r Reader
	r.From([]byte{0xc0, 0xc4, 4, 1, 0, 2, 0, 0xc4, 1, 9}, nil)
	numbers := []uint16{5, 6}
	if ReadChanges(&r, numbers); numbers[0] != 5 {
		t.Error("nil changes nothing")
	}
	if ReadChanges(&r, numbers); numbers[0] != 1 || numbers[1] != 2 {
		t.Errorf("changed to %v", numbers)
	}
	if fault(t, func() { ReadChanges(&r, numbers) }) == nil {
		t.Error("another length was taken")
	}
}

func TestBigFloatKeepsItsDigits(t *testing.T) {
	want, _, _ := big.ParseFloat("3.14159265358979323846264338327950288419716939937510582097494459", 10, 200, big.ToNearestEven)
	var w Writer
	w.WriteBigFloat(want)
	text := want.Text('g', -1)
	if !strings.HasSuffix(string(w.readText(t)), text) {
		t.Errorf("want %s", text)
	}
}

func (w *Writer) readText(t *testing.T) []byte {
	t.Helper()
	var r Reader
	r.From(w.Reply(), nil)
	return []byte(r.ReadString())
}

func TestFaultIsAnError(t *testing.T) {
	var err error = Fault{abi.FaultNil, "nil"}
	var f Fault
	if !errors.As(err, &f) || f.Error() != "nil" {
		t.Errorf("got %v", f)
	}
}
