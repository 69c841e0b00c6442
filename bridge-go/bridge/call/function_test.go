package call

import (
	"reflect"
	"runtime"
	"testing"
	"time"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/handle"
	"usegolib.internal/bridge/wire"
)

// A calculation is a func type without methods, a titled one of those that have some.
type (
	calculation func(int) int
	titled      func(int) int
)

func (titled) Title() string { return "titled" }

const idCalculation, idTitled = 101, 102

func calculates(js *Target) calculation {
	return func(n int) int { r, _ := js.asks(n); return r }
}

func titles(js *Target) titled { return titled(calculates(js)) }

// frame is a Call that reads what write puts into a request.
func (s *session) frame(write func(w *wire.Writer)) *Call {
	var w wire.Writer
	w.To(nil)
	write(&w)
	c := &Call{env: uint32(s.lane / abi.LaneDepth)}
	c.box = inboxOf(c.env)
	c.From(w.Reply(), nil)
	return c
}

// sends is what f becomes on its way to JavaScript.
func (s *session) sends(f any) *wire.Reader {
	c := &Call{env: uint32(s.lane / abi.LaneDepth)}
	c.To(nil)
	WriteFunc(c, f)
	var r wire.Reader
	r.From(c.Reply(), nil)
	return &r
}

func TestAFunctionOfJavaScriptIsOneGoFunctionAndGoesBackAsItself(t *testing.T) {
	s := open(t)
	seven := func(w *wire.Writer) { js(w, 7) }
	f := ReadFunc(s.frame(seven), idCalculation, calculates)
	if handle.Address(f) != handle.Address(ReadFunc(s.frame(seven), idCalculation, calculates)) {
		t.Error("sent twice, it is two functions")
	}
	r := s.sends(f)
	if r.ReadTag() != abi.AnyJs || r.ReadHandle() != 7 {
		t.Error("it does not go back as itself")
	}
	if r := open(t).sends(f); !r.IsHandle() {
		t.Error("to another environment it is a function of Go")
	}
	if r := s.sends(calculation(func(n int) int { return n })); !r.IsHandle() {
		t.Error("a function of Go is a handle")
	}
	if r := s.sends(calculation(nil)); !r.ReadNil() {
		t.Error("nil is nil")
	}
}

func TestWhatHasMethodsIsAFunctionOfGo(t *testing.T) {
	s := open(t)
	f := ReadFunc(s.frame(func(w *wire.Writer) { js(w, 7) }), idTitled, titles)
	first, second := s.sends(f), s.sends(f)
	if !first.IsHandle() || first.ReadHandle() != second.ReadHandle() {
		t.Error("want the same handle twice")
	}
}

func TestAFunctionThatWasMadeIsItsOwn(t *testing.T) {
	s := open(t)
	seven := func(w *wire.Writer) { js(w, 7) }
	made := NewFunc(s.frame(seven), idCalculation, calculates)
	if !s.sends(made).IsHandle() {
		t.Error("it comes back as what it was made of")
	}
	if handle.Address(made) == handle.Address(ReadFunc(s.frame(seven), idCalculation, calculates)) {
		t.Error("it is what it was made of")
	}
}

func TestAFunctionFitsWhereGoWouldAssignIt(t *testing.T) {
	s := open(t)
	plain := func(n int) int { return n + 1 }
	read := func(f any) (got calculation, fault any) {
		defer func() { fault = recover() }()
		h := objects.Send(uint32(s.lane/abi.LaneDepth), f, false)
		return ReadFunc(s.frame(func(w *wire.Writer) { w.WriteHandle(h) }), idCalculation, calculates), nil
	}
	if f, fault := read(plain); fault != nil || f(1) != 2 {
		t.Error(fault)
	}
	for _, f := range []any{titled(plain), func() {}, &box{}} {
		if _, fault := read(f); fault == nil {
			t.Errorf("a %T was taken", f)
		}
	}
}

func TestAFunctionOfTheModuleIsItself(t *testing.T) {
	s := open(t)
	number := func(n int) func(w *wire.Writer) {
		return func(w *wire.Writer) { w.WriteTag(abi.AnyFunction); w.WriteInt(n) }
	}
	f := ReadFunc(s.frame(number(1)), idCalculation, calculates)
	if f(20) != 40 || handle.Address(f) != handle.Address(doubled) {
		t.Error("want the function itself")
	}
	if reflect.TypeOf(ReadAny(s.frame(number(1)))) != reflect.TypeOf(doubled) {
		t.Error("in any it has its type")
	}
	defer func() {
		if f, ok := recover().(wire.Fault); !ok || f.Code != abi.FaultMalformed {
			t.Error("want a fault")
		}
	}()
	ReadAny(s.frame(number(2)))
}

func TestAnUnusedFunctionIsForgotten(t *testing.T) {
	s := open(t)
	before := functions.len()
	for i := range 1000 {
		ReadFunc(s.frame(func(w *wire.Writer) { js(w, uint64(i)) }), idCalculation, calculates)
		ReadAny(s.frame(func(w *wire.Writer) { js(w, uint64(i)) }))
	}
	kept := ReadFunc(s.frame(func(w *wire.Writer) { js(w, 5000) }), idCalculation, calculates)
	for end := time.Now().Add(time.Minute); functions.len() > before+1 && time.Now().Before(end); {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if n := functions.len(); n > before+1 {
		t.Errorf("%d are known", n-before)
	}
	if r := s.sends(kept); r.ReadTag() != abi.AnyJs || r.ReadHandle() != 5000 {
		t.Error("one that is used was forgotten")
	}
}

func (m *madeFunctions) len() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.by)
}

// doubled is function 1 of the module.
func doubled(n int) int { return 2 * n }
