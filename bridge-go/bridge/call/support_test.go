package call

import (
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// The library of these tests: what a generated one registers, as small as it can be.
type (
	box    struct{ N int }
	level  int
	record struct{ A, B int }
	failed struct{ Code int }
	secret struct{ n int }
	namer  interface{ Name() string }
	linked struct{ Next *linked }
)

func (b *box) Name() string    { return "box" }
func (b *box) Grow(n int) int  { b.N += n; return b.N }
func (l level) Name() string   { return "level" }
func (f failed) Error() string { return "failed" }
func (s secret) Name() string  { return "secret" }
func (s *secret) Touch() int   { s.n++; return s.n }

var (
	shared    = &box{N: 7}
	keptError error
)

const here = "usegolib.internal/bridge/call."

const (
	idBox = 1 + iota
	idLevel
	idRecord
	idFailed
	idNamer
)

// fns are the functions by name; number gives what JavaScript would call.
var fns = map[string]Func{
	"add":    func(c *Call) { a, b := c.ReadInt(), c.ReadInt(); c.Done(); c.WriteInt(a + b) },
	"echo":   func(c *Call) { s := c.ReadString(); c.Done(); c.WriteString(s) },
	"bytes":  func(c *Call) { b := c.ReadBytes(); c.Done(); c.WriteBytes(b) },
	"shared": func(c *Call) { c.Done(); WriteObject(c, shared) },
	"new":    func(c *Call) { n := c.ReadInt(); c.Done(); WriteObject(c, &box{n}) },
	"copy":   func(c *Call) { p := ReadObject[box](c); c.Done(); WriteCopy(c, *p) },
	"value":  func(c *Call) { v := ReadCopy[box](c); c.Done(); c.WriteInt(v.N) },
	"grow": func(c *Call) {
		x := Recv[interface{ Grow(int) int }](c)
		n := c.ReadInt()
		c.Done()
		c.WriteInt(x.Grow(n))
	},
	"name":    func(c *Call) { x := Recv[namer](c); c.Done(); c.WriteString(x.Name()) },
	"take":    func(c *Call) { x := ReadInterface[namer](c); c.Done(); WriteInterface(c, x) },
	"level":   func(c *Call) { c.Done(); WriteInterface(c, level(3)) },
	"record":  func(c *Call) { c.Done(); WriteInterface(c, &record{1, 2}) },
	"levelp":  func(c *Call) { c.Done(); l := level(3); WriteInterface(c, &l) },
	"secret":  func(c *Call) { c.Done(); WriteHidden(c, secret{}) },
	"touch":   func(c *Call) { x := Recv[interface{ Touch() int }](c); c.Done(); c.WriteInt(x.Touch()) },
	"hidden":  func(c *Call) { s := ReadHidden[secret](c); c.Done(); c.WriteInt(s.n) },
	"nilfunc": func(c *Call) { c.Done(); WriteHidden(c, (func())(nil)) },
	"fail":    func(c *Call) { c.Done(); c.Error(failed{5}, false) },
	"both": func(c *Call) {
		c.Done()
		if err := error(failed{5}); c.Error(err, Some(3)) {
			return
		}
		c.WriteInt(3)
	},
	"error":      func(c *Call) { err := ReadError(c); c.Done(); WriteError(c, err) },
	"keep error": func(c *Call) { err := ReadError(c); c.Done(); keptError = err },
	"kept error": func(c *Call) { c.Done(); WriteError(c, keptError) },
	"panic":      func(c *Call) { s := c.ReadString(); c.Done(); panic(s) },
	"nilmap":     func(c *Call) { c.Done(); var m map[int]int; m[1] = 1 },
	"badtext":    func(c *Call) { c.Done(); WriteObject(c, &box{}); c.WriteString("\xff") },
	"large":      func(c *Call) { n := c.ReadInt(); c.Done(); c.WriteString(strings.Repeat("x", n)) },
	"both large": func(c *Call) {
		c.Done()
		b := make([]byte, abi.InlineBytes+1)
		b[0] = 7
		c.WriteBytes(b)
		c.WriteString(strings.Repeat("x", 5000))
	},
	"linked": func(c *Call) { readLinked(c); c.Done() },
	"exit":   func(c *Call) { c.Done(); runtime.Goexit() },
	"run":    func(c *Call) { c.Done(); (*body.Load())() },
	"run and new": func(c *Call) {
		c.Done()
		(*body.Load())()
		WriteObject(c, &box{})
	},
	"two functions": func(c *Call) {
		for range 2 {
			if ReadTarget(c, 1) == nil {
				ReadHidden[func()](c)
			}
		}
		c.Done()
	},
}

func readLinked(c *Call) *linked {
	if !c.ReadStruct(1) {
		return nil
	}
	return &linked{readLinked(c)}
}

var numbers = map[string]int32{}

func init() {
	lib := Library{SchemaHash: "0123456789abcdef", Types: []Type{
		{ID: idBox, Key: here + "box"},
		{ID: idLevel, Key: here + "level", Write: func(c *Call, v any) { c.WriteInt(int(v.(level))) }, Read: func(c *Call) any { return level(c.ReadInt()) }},
		{ID: idRecord, Key: here + "record", Write: func(c *Call, v any) {
			r := ValueOf[record](v)
			c.WriteArray(2)
			c.WriteInt(r.A)
			c.WriteInt(r.B)
		}, Read: func(c *Call) any { c.ReadStruct(2); return record{c.ReadInt(), c.ReadInt()} }},
		{ID: idFailed, Key: here + "failed", As: AsValue[failed]},
		{ID: idNamer, Key: here + "namer", Is: IsInterface[namer]},
	}, Function: func(n int) any {
		if n == 1 {
			return doubled
		}
		return nil
	}}
	for name, f := range fns {
		numbers[name] = abi.FirstSymbol + int32(len(lib.Funcs))
		lib.Funcs = append(lib.Funcs, f)
	}
	Register(lib)
}

// A session is one environment as JavaScript sees it.
type session struct {
	t      testing.TB
	lane   int32
	memory []byte
}

func open(t testing.TB) *session {
	s := &session{t: t, memory: make([]byte, 4096)}
	s.lane = Open(unsafe.Pointer(&s.memory[0]), len(s.memory))
	t.Cleanup(func() { Close(s.lane / abi.LaneDepth) })
	return s
}

// run calls fn with what write puts into the request.
func (s *session) run(fn int32, write func(w *wire.Writer)) (status int, reply *wire.Reader) {
	s.t.Helper()
	var w wire.Writer
	w.To(s.memory)
	if write != nil {
		write(&w)
	}
	result := Run(s.lane, fn, int32(len(w.Reply())))
	if result < 0 {
		s.t.Fatalf("function %d: no lane", fn)
	}
	reply = &wire.Reader{}
	reply.From(append([]byte{}, s.memory[:result>>abi.StatusBits]...), nil)
	return int(result & (1<<abi.StatusBits - 1)), reply
}

// call runs a function by name and wants status ok.
func (s *session) call(name string, write func(w *wire.Writer)) *wire.Reader {
	s.t.Helper()
	status, reply := s.run(number(s.t, name), write)
	if status != abi.StatusOk {
		s.t.Fatalf("%s: status %d, %d %s", name, status, reply.ReadInt(), reply.ReadString())
	}
	return reply
}

// fault runs a function by name and wants a fault with this code; it returns the item the fault is about, or −1.
func (s *session) fault(name string, code int, write func(w *wire.Writer)) (item int) {
	s.t.Helper()
	status, reply := s.run(number(s.t, name), write)
	if status != abi.StatusFault {
		s.t.Fatalf("%s: status %d, want a fault", name, status)
	}
	if got := reply.ReadInt(); got != code {
		s.t.Errorf("%s: fault %d (%s), want %d", name, got, reply.ReadString(), code)
		return -1
	}
	reply.ReadString()
	if reply.ReadNil() {
		return -1
	}
	reply.ReadArray()
	return reply.ReadInt()
}

func number(t testing.TB, name string) int32 {
	n, ok := numbers[name]
	if !ok {
		t.Fatalf("no function %q", name)
	}
	return n
}

func ints(v ...int) func(w *wire.Writer) {
	return func(w *wire.Writer) {
		for _, n := range v {
			w.WriteInt(n)
		}
	}
}

func handleOf(h uint64, more ...int) func(w *wire.Writer) {
	return func(w *wire.Writer) { w.WriteHandle(h); ints(more...)(w) }
}
