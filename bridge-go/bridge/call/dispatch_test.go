package call

import (
	"strings"
	"testing"
	"unsafe"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

func TestCall(t *testing.T) {
	s := open(t)
	if got := s.call("add", ints(40, 2)).ReadInt(); got != 42 {
		t.Errorf("got %d", got)
	}
	if got := s.call("echo", func(w *wire.Writer) { w.WriteString("héllo") }).ReadString(); got != "héllo" {
		t.Errorf("got %q", got)
	}
	if r := Hash(s.lane); string(s.memory[1:r>>abi.StatusBits]) != "0123456789abcdef" {
		t.Errorf("hash %q", s.memory[:20])
	}
}

func TestFaultsOfTheFrame(t *testing.T) {
	s := open(t)
	if item := s.fault("add", abi.FaultMalformed, func(w *wire.Writer) { w.WriteInt(1); w.WriteString("x") }); item != 1 {
		t.Errorf("item %d, want 1", item)
	}
	s.fault("add", abi.FaultMalformed, ints(1))
	s.fault("add", abi.FaultMalformed, ints(1, 2, 3))
	if status, r := s.run(9999, nil); status != abi.StatusFault || r.ReadInt() != abi.FaultUnknown {
		t.Error("want an unknown function")
	}
	if Run(s.lane, 0, 5000)&7 != abi.StatusFault || Run(s.lane, 0, -1)&7 != abi.StatusFault || Run(s.lane+1, 0, 0) != -1 {
		t.Error("a length beyond the lane, or no lane")
	}
}

func TestAPanicBecomesAReply(t *testing.T) {
	s := open(t)
	status, r := s.run(number(t, "panic"), func(w *wire.Writer) { w.WriteString("at the disco") })
	message, goType, stack := r.ReadString(), r.ReadString(), string(readText(r))
	if status != abi.StatusPanic || message != "at the disco" || goType != "string" || !r.ReadNil() {
		t.Errorf("status %d, %q, %q", status, message, goType)
	}
	if strings.Contains(stack, "recovered") || strings.Contains(stack, ".serve(") || !strings.Contains(stack, "support_test.go") {
		t.Errorf("the stack is not the user's:\n%s", stack)
	}
	if status, r := s.run(number(t, "nilmap"), nil); status != abi.StatusPanic || r.ReadString() != "assignment to entry in nil map" {
		t.Errorf("status %d", status)
	}
	if got := s.call("add", ints(1, 2)).ReadInt(); got != 3 {
		t.Errorf("the next call got %d", got)
	}
}

// readText takes a str or an ext text.
func readText(r *wire.Reader) []byte {
	if r.IsText() {
		return []byte(r.ReadString())
	}
	panic("ext text")
}

func TestAReplyThatDoesNotFitIsSpilled(t *testing.T) {
	s := open(t)
	status, r := s.run(number(t, "large"), ints(10_000))
	if status != abi.StatusSpilled || r.ReadInt() != abi.StatusOk {
		t.Fatalf("status %d", status)
	}
	reply := make([]byte, int(r.ReadFloat64()))
	if !Take(s.lane, -1, unsafe.Pointer(&reply[0])) || Take(s.lane, -1, unsafe.Pointer(&reply[0])) {
		t.Fatal("the reply is taken once")
	}
	var got wire.Reader
	got.From(reply, nil)
	if text := got.ReadString(); len(text) != 10_000 || text[9999] != 'x' {
		t.Errorf("%d bytes", len(text))
	}
}

func TestLargeBytesTravelBesideTheLane(t *testing.T) {
	s := open(t)
	payload := make([]byte, 100_000)
	payload[99_999] = 9
	index := Lend(s.lane, unsafe.Pointer(&payload[0]), len(payload))
	copy(s.memory, []byte{0xd6, abi.ExtLent, 0, 0, 0, byte(index)})
	if r := Run(s.lane, number(t, "bytes"), 6); r != 10<<abi.StatusBits|abi.StatusOk {
		t.Fatalf("result %d", r)
	}
	got := make([]byte, len(payload))
	if !Take(s.lane, 0, unsafe.Pointer(&got[0])) || got[99_999] != 9 || Take(s.lane, 0, unsafe.Pointer(&got[0])) {
		t.Error("the payload is taken once")
	}
	copy(s.memory, []byte{0xd6, abi.ExtLent, 0, 0, 0, byte(index)})
	if r := Run(s.lane, number(t, "bytes"), 6); r&7 != abi.StatusFault {
		t.Error("lent memory outlived its call")
	}
}

func TestALaneIsBusyWhileItsCallRuns(t *testing.T) {
	s := open(t)
	l := lanes.Lookup(s.lane)
	l.Busy = true
	if Run(s.lane, 0, 0) != -1 {
		t.Error("a call ran inside another one's lane")
	}
	l.Busy = false
}

func TestHotCallsDoNotAllocate(t *testing.T) {
	s := open(t)
	box := s.call("shared", nil).ReadHandle()
	for name, write := range map[string]func(w *wire.Writer){"add": ints(1, 2), "grow": handleOf(box, 1)} {
		var w wire.Writer
		w.To(s.memory)
		write(&w)
		request := append([]byte{}, w.Reply()...)
		fn := number(t, name)
		if n := testing.AllocsPerRun(100, func() { copy(s.memory, request); Run(s.lane, fn, int32(len(request))) }); n != 0 {
			t.Errorf("%s: %v allocations a call", name, n)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	s := open(b)
	fn := number(b, "add")
	for b.Loop() {
		s.memory[0], s.memory[1] = 1, 2
		Run(s.lane, fn, 2)
	}
}

func BenchmarkMethod(b *testing.B) {
	s := open(b)
	var w wire.Writer
	h := s.call("shared", nil).ReadHandle()
	fn := number(b, "grow")
	for b.Loop() {
		w.To(s.memory)
		w.WriteHandle(h)
		w.WriteInt(1)
		Run(s.lane, fn, 10)
	}
}

func TestASpilledReplyKeepsItsPayloads(t *testing.T) {
	s := open(t)
	status, r := s.run(number(t, "both large"), nil)
	if status != abi.StatusSpilled || r.ReadInt() != abi.StatusOk {
		t.Fatalf("status %d", status)
	}
	payload := make([]byte, abi.InlineBytes+1)
	if !Take(s.lane, 0, unsafe.Pointer(&payload[0])) || payload[0] != 7 {
		t.Error("the payload of a spilled reply is gone")
	}
}
