package call

import (
	"testing"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

func TestObjectsKeepTheirIdentity(t *testing.T) {
	s := open(t)
	h := s.call("shared", nil).ReadHandle()
	if again := s.call("shared", nil).ReadHandle(); again != h {
		t.Errorf("handles %x and %x", h, again)
	}
	box := s.call("new", ints(5)).ReadHandle()
	if got := s.call("grow", handleOf(box, 2)).ReadInt(); got != 7 {
		t.Errorf("got %d", got)
	}
	copied := s.call("copy", handleOf(box)).ReadHandle()
	s.call("grow", handleOf(copied, 100))
	if got := s.call("value", handleOf(box)).ReadInt(); copied == box || got != 7 {
		t.Errorf("the copy is not its own: %d", got)
	}
}

func TestHandlesThatDoNotFit(t *testing.T) {
	s, other := open(t), open(t)
	box := s.call("new", ints(5)).ReadHandle()
	if item := s.fault("copy", abi.FaultDisposed, handleOf(box+1<<32)); item != 0 {
		t.Errorf("item %d", item)
	}
	other.fault("copy", abi.FaultDisposed, handleOf(box))
	s.fault("hidden", abi.FaultType, handleOf(box))
	s.fault("touch", abi.FaultType, handleOf(box))
	s.fault("value", abi.FaultNil, func(w *wire.Writer) { w.WriteNil() })
	if item := s.fault("grow", abi.FaultDisposed, handleOf(box+1<<32, 1)); item != -1 {
		t.Errorf("item %d for the receiver", item)
	}
	if item := s.fault("grow", abi.FaultMalformed, func(w *wire.Writer) { w.WriteHandle(box); w.WriteString("x") }); item != 0 {
		t.Errorf("item %d for the first argument", item)
	}
	s.fault("name", abi.FaultNil, func(w *wire.Writer) { w.WriteNil() })
	s.fault("copy", abi.FaultMalformed, func(w *wire.Writer) { w.WriteFloat64(1.5) })
}

func TestHandlesAreGivenBackWithTheNextCall(t *testing.T) {
	s := open(t)
	live := objects.Live()
	box := s.call("new", ints(5)).ReadHandle()
	free := func(w *wire.Writer) { w.WriteArray(2); w.WriteHandle(box); w.WriteInt(1); w.WriteInt(1); w.WriteInt(2) }
	status, r := s.run(number(t, "add")|abi.FreesFlag, free)
	if got := r.ReadInt(); status != abi.StatusOk || got != 3 || objects.Live() != live {
		t.Errorf("status %d, got %d, %d live", status, got, objects.Live()-live)
	}
	if status, _ := s.run(number(t, "add")|abi.FreesFlag, free); status != abi.StatusFault {
		t.Error("a handle was given back twice")
	}
	s.fault("copy", abi.FaultDisposed, handleOf(box))
}

func TestARefusedReplyTakesItsHandlesBack(t *testing.T) {
	s := open(t)
	live := objects.Live()
	if item := s.fault("badtext", abi.FaultEncoding, nil); item != -1 || objects.Live() != live {
		t.Errorf("item %d, %d handles leaked", item, objects.Live()-live)
	}
}

func TestInterfaces(t *testing.T) {
	s := open(t)
	r := s.call("level", nil)
	if !r.ReadStruct(2) || r.ReadInt() != idLevel || r.ReadInt() != 3 {
		t.Error("a value object travels as its value")
	}
	r = s.call("record", nil)
	if !r.ReadStruct(2) || r.ReadInt() != idRecord || !r.ReadStruct(2) || r.ReadInt() != 1 {
		t.Error("a pointer to a record travels as the record")
	}
	r = s.call("levelp", nil)
	if !r.ReadStruct(2) || !r.ReadNil() || !r.IsHandle() {
		t.Error("a pointer to a value object is a live value of no class")
	}
	box := s.call("new", ints(1)).ReadHandle()
	r = s.call("take", handleOf(box))
	if !r.ReadStruct(2) || r.ReadInt() != idBox || r.ReadHandle() != box {
		t.Error("an object comes back as itself")
	}
	s.fault("take", abi.FaultType, func(w *wire.Writer) { w.WriteArray(1); w.WriteHandle(box) })
	pair := func(w *wire.Writer) { w.WriteArray(2); w.WriteInt(idLevel); w.WriteInt(3) }
	if got := s.call("name", pair).ReadString(); got != "level" {
		t.Errorf("got %q", got)
	}
	s.fault("take", abi.FaultMalformed, func(w *wire.Writer) { w.WriteArray(2); w.WriteInt(99); w.WriteInt(3) })
	if r := s.call("take", func(w *wire.Writer) { w.WriteNil() }); !r.ReadNil() {
		t.Error("nil is nil")
	}
}

func TestHiddenTypes(t *testing.T) {
	s := open(t)
	h := s.call("secret", nil).ReadHandle()
	s.call("touch", handleOf(h))
	if got := s.call("hidden", handleOf(h)).ReadInt(); got != 1 {
		t.Errorf("got %d: a value has a variable of its own, so pointer methods change it", got)
	}
	if got := s.call("name", handleOf(h)).ReadString(); got != "secret" {
		t.Errorf("got %q", got)
	}
	if !s.call("nilfunc", nil).ReadNil() {
		t.Error("a nil function is nil")
	}
}

func TestClosingAnEnvironmentFreesItsObjects(t *testing.T) {
	live := objects.Live()
	s := open(t)
	s.call("new", ints(1))
	if Close(s.lane/abi.LaneDepth) != true || objects.Live() != live {
		t.Errorf("%d live", objects.Live()-live)
	}
}
