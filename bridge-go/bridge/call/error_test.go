package call

import (
	"testing"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// node reads an error node's first three items and passes the rest.
func node(t *testing.T, r *wire.Reader) (h uint64, message, goType string) {
	t.Helper()
	if !r.ReadStruct(7) {
		t.Fatal("no error node")
	}
	h, message, goType = r.ReadHandle(), r.ReadString(), r.ReadString()
	return
}

func TestErrorReply(t *testing.T) {
	s := open(t)
	status, r := s.run(number(t, "fail"), nil)
	_, message, goType := node(t, r)
	if status != abi.StatusError || message != "failed" || goType != "call.failed" || r.ReadInt() != idFailed {
		t.Errorf("status %d, %q, %q", status, message, goType)
	}
	if fields := r.ReadBytes(); string(fields) != "\x81\xa4Code\x05" {
		t.Errorf("fields %q", fields)
	}
	if !r.ReadNil() || !r.ReadNil() || r.ReadBool() {
		t.Error("want no cause, no errors, nothing more")
	}
	status, r = s.run(number(t, "both"), nil)
	node(t, r)
	r.ReadInt()
	r.ReadBytes()
	if r.ReadNil(); !r.ReadNil() || !r.ReadBool() || r.ReadInt() != 3 {
		t.Errorf("status %d: want the result after the error", status)
	}
}

func TestErrorsGoThroughJavaScript(t *testing.T) {
	s := open(t)
	_, r := s.run(number(t, "fail"), nil)
	h, _, _ := node(t, r)
	_, message, goType := node(t, s.call("error", handleOf(h)))
	if message != "failed" || goType != "call.failed" {
		t.Errorf("%q %q: an error that is a value must come back as the value", message, goType)
	}
	if !s.call("error", func(w *wire.Writer) { w.WriteNil() }).ReadNil() {
		t.Error("nil is nil")
	}
}

func TestAJavaScriptErrorIsItsIdInItsOwnEnvironmentOnly(t *testing.T) {
	write := func(w *wire.Writer) {
		w.WriteArray(3)
		w.WriteString("TypeError")
		w.WriteString("m")
		w.WriteHandle(7)
	}
	s, other := open(t), open(t)
	if r := s.call("error", write); !r.ReadStruct(1) || r.ReadHandle() != 7 {
		t.Error("want [7]")
	}
	s.call("keep error", write)
	_, message, goType := node(t, other.call("kept error", nil))
	if message != "TypeError: m" || goType != "*goerr.JavaScriptError" {
		t.Errorf("%q %q", message, goType)
	}
	if r := s.call("kept error", nil); !r.ReadStruct(1) {
		t.Error("a kept error has lost its id")
	}
}

func TestSome(t *testing.T) {
	if Some() || Some(0, "", nil, (*box)(nil)) || !Some(0, 1) || !Some(&box{}) {
		t.Error("Some reports results that are not zero")
	}
}

func TestBuiltins(t *testing.T) {
	s := open(t)
	box := s.call("new", ints(1)).ReadHandle()
	_, r := s.run(number(t, "fail"), nil)
	failure, _, _ := node(t, r)
	two := func(a, b uint64) func(w *wire.Writer) {
		return func(w *wire.Writer) { w.WriteHandle(a); w.WriteHandle(b) }
	}
	if _, r := s.run(abi.BuiltinGoType, handleOf(failure)); r.ReadString() != "call.failed" {
		t.Error("goType of a value")
	}
	if _, r := s.run(abi.BuiltinGoType, handleOf(box)); r.ReadString() != "*call.box" {
		t.Error("goType of a pointer")
	}
	if _, r := s.run(abi.BuiltinErrorIs, two(failure, failure)); !r.ReadBool() {
		t.Error("errorIs itself")
	}
	if _, r := s.run(abi.BuiltinErrorAs, handleOf(failure, idFailed)); !r.ReadStruct(2) || r.ReadInt() != idFailed || !r.IsHandle() {
		t.Error("errorAs its own type")
	}
	if _, r := s.run(abi.BuiltinAs, handleOf(box, idNamer)); !r.ReadStruct(2) || r.ReadInt() != idNamer || r.ReadHandle() != box {
		t.Error("as an interface that it implements")
	}
	if _, r := s.run(abi.BuiltinAs, handleOf(box, idFailed)); !r.ReadNil() {
		t.Error("as another type")
	}
	if _, r := s.run(abi.BuiltinText, handleOf(failure)); r.ReadString() != "failed" {
		t.Error("text of an error")
	}
	if _, r := s.run(abi.BuiltinJson, handleOf(box)); !r.ReadNil() {
		t.Error("json of a type that has none")
	}
	if _, r := s.run(abi.BuiltinStats, nil); r.ReadInt() < 2 || r.ReadInt() < 1 || r.ReadInt() < 1 || r.ReadFloat64() <= 0 {
		t.Error("stats")
	}
	if status, r := s.run(abi.BuiltinNoop, nil); status != abi.StatusOk || r.Rest() != 0 {
		t.Error("noop")
	}
}
