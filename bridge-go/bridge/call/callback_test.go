package call

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unsafe"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// target is the function of JavaScript with this id, as printed code makes it of one.
func target(s *session, id uint64) *Target {
	env := uint32(s.lane / abi.LaneDepth)
	ref := references.Intern(env, id)
	return references.View(ref, 1, func() any { return &Target{ref: ref, box: inboxOf(env), typ: 1} }).(*Target)
}

// asks is what printed code makes of `func(n int) (int, error)`.
func (t *Target) asks(n int) (r int, err error) {
	c := t.Begin(0)
	defer c.Answered()
	c.WriteInt(n)
	if err = c.Ask(); err != nil {
		return
	}
	return c.ReadInt(), nil
}

// apart runs a function of Go as a call that may ask, and answers with what JavaScript does with a number. It returns the
// status and how many questions there were.
func (s *session) apart(run func(), answer func(n int, w *wire.Writer)) (status int, asked int) {
	s.t.Helper()
	body.Store(&run)
	result := Run(s.lane, number(s.t, "run")|abi.ApartFlag, 0)
	for ; int(result)&(1<<abi.StatusBits-1) == abi.StatusCallback; asked++ {
		var r wire.Reader
		r.From(append([]byte{}, s.memory[:result>>abi.StatusBits]...), nil)
		r.ReadHandle()
		r.ReadInt()
		r.ReadInt()
		var w wire.Writer
		w.To(s.memory)
		answer(r.ReadInt(), &w)
		result = Run(s.lane, abi.BuiltinResume, int32(len(w.Reply())))
	}
	if result < 0 {
		s.t.Fatal("no lane")
	}
	return int(result) & (1<<abi.StatusBits - 1), asked
}

// body is what the function "run" does.
var body atomic.Pointer[func()]

func double(n int, w *wire.Writer) { w.WriteBool(true); w.WriteInt(2 * n) }

func TestManyGoroutinesAskAndGetTheirOwnAnswers(t *testing.T) {
	s := open(t)
	js := target(s, 1)
	var wrong atomic.Int32
	status, asked := s.apart(func() {
		var wg sync.WaitGroup
		for g := range 64 {
			wg.Go(func() {
				for i := range 100 {
					if n, err := js.asks(g*100 + i); err != nil || n != 2*(g*100+i) {
						wrong.Add(1)
					}
				}
			})
		}
		wg.Wait()
	}, double)
	if status != abi.StatusOk || asked != 6400 || wrong.Load() != 0 {
		t.Errorf("status %d, %d questions, %d wrong", status, asked, wrong.Load())
	}
}

func TestAQuestionMeetsTheEndOfItsCall(t *testing.T) {
	s := open(t)
	js := target(s, 1)
	for range 2000 {
		var all sync.WaitGroup
		answered, refused := atomic.Int32{}, atomic.Int32{}
		status, asked := s.apart(func() {
			for g := range 4 {
				all.Go(func() {
					if n, err := js.asks(g); errors.Is(err, ErrNoCall) {
						refused.Add(1)
					} else if err == nil && n == 2*g {
						answered.Add(1)
					}
				})
			}
			runtime.Gosched()
		}, double)
		all.Wait() // nobody waits for ever
		if status != abi.StatusOk || answered.Load()+refused.Load() != 4 || int(answered.Load()) != asked {
			t.Fatalf("status %d: %d answered of %d, %d refused", status, answered.Load(), asked, refused.Load())
		}
	}
}

func TestWithoutACallNobodyAnswers(t *testing.T) {
	s := open(t)
	if _, err := target(s, 1).asks(1); !errors.Is(err, ErrNoCall) {
		t.Errorf("got %v", err)
	}
}

func TestAGoroutineOfTheModulesOwnWaitsForTheNextCall(t *testing.T) {
	s := open(t)
	doubled := make(chan int, 1)
	go func() {
		c := target(s, 1).Begin(0)
		defer c.Answered()
		c.WriteInt(21)
		c.MustAsk() // without an error result and without a call: a panic would end the process
		doubled <- c.ReadInt()
	}()
	for inboxOf(uint32(s.lane)/abi.LaneDepth).news.Load() == 0 {
		runtime.Gosched()
	}
	if status, asked := s.apart(func() {}, double); status != abi.StatusOk || asked > 1 {
		t.Fatalf("status %d, %d questions", status, asked)
	}
	s.apart(func() { doubled <- <-doubled }, double)
	if n := <-doubled; n != 42 {
		t.Errorf("got %d", n)
	}
}

func TestWhatEndsAnApartCallEarlyIsAPanic(t *testing.T) {
	s := open(t)
	for name, run := range map[string]func(){
		"panic":  func() { panic("x") },
		"Goexit": runtime.Goexit,
		"throw":  func() { panic(target(s, 1).thrown()) },
	} {
		status, _ := s.apart(run, func(_ int, w *wire.Writer) {
			w.WriteBool(false)
			w.WriteArray(3)
			w.WriteString("RangeError")
			w.WriteString("mine")
			w.WriteHandle(9)
		})
		if status != abi.StatusPanic {
			t.Errorf("%s: status %d", name, status)
		}
	}
	if status, _ := s.apart(func() {}, double); status != abi.StatusOk {
		t.Errorf("afterwards: status %d", status)
	}
}

func (t *Target) thrown() error { _, err := t.asks(1); return err }

// leave asks a question and does not come back to answer it.
func (s *session) leave(run func()) {
	s.t.Helper()
	body.Store(&run)
	if result := Run(s.lane, number(s.t, "run")|abi.ApartFlag, 0); result&7 != abi.StatusCallback {
		s.t.Fatalf("status %d, want a question", result&7)
	}
}

func TestAQuestionThatJavaScriptAbandonedFails(t *testing.T) {
	ends := map[string]func(s *session){
		"the next call on its lane":  func(s *session) { s.call("add", ints(1, 2)) },
		"a call on a lane above it":  func(s *session) { s.lane--; s.call("add", ints(1, 2)) },
		"the end of its environment": func(s *session) { Close(s.lane / abi.LaneDepth) },
	}
	for name, end := range ends {
		s := open(t)
		base := *s
		if name == "a call on a lane above it" {
			base.leave(func() { target(&base, 1).asks(0) })
			memory := make([]byte, 4096)
			s.lane = Attach(s.lane+1, unsafe.Pointer(&memory[0]), len(memory))
			s.memory = memory
		}
		live := objects.Live()
		got := make(chan error, 1)
		s.leave(func() { _, err := target(s, 1).asks(1); got <- err })
		if name == "a call on a lane above it" {
			s.memory = base.memory
		}
		end(s)
		select {
		case err := <-got:
			if !errors.Is(err, ErrNoCall) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: the goroutine waits for ever", name)
		}
		if objects.Live() != live {
			t.Errorf("%s: %d objects were kept", name, objects.Live()-live)
		}
	}
}

func TestAnAbandonedCallTakesItsReplyBack(t *testing.T) {
	s := open(t)
	live := objects.Live()
	done := make(chan struct{})
	run := func() { target(s, 1).asks(1) }
	body.Store(&run)
	if result := Run(s.lane, number(t, "run and new")|abi.ApartFlag, 0); result&7 != abi.StatusCallback {
		t.Fatalf("status %d", result&7)
	}
	s.call("add", ints(1, 2))
	go func() {
		for objects.Live() != live {
			time.Sleep(time.Millisecond)
		}
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatalf("%d objects are kept", objects.Live()-live)
	}
}

func TestAFunctionIsOneValueHoweverOftenItIsSent(t *testing.T) {
	s := open(t)
	if target(s, 3) != target(s, 3) || target(s, 3) == target(s, 4) {
		t.Error("functions of JavaScript are told apart by what they are")
	}
}

func TestAQuestionThatCannotBeWrittenIsNoneAndKeepsNothing(t *testing.T) {
	s := open(t)
	live := objects.Live()
	status, asked := s.apart(func() {
		c := target(s, 1).Begin(0)
		defer c.Answered()
		WriteObject(c, &box{})
		c.WriteString("\xff")
		c.MustAsk()
	}, double)
	if status != abi.StatusFault || asked != 0 || objects.Live() != live {
		t.Errorf("status %d, %d questions, %d objects kept", status, asked, objects.Live()-live)
	}
}

func TestAFaultSaysHowManyObjectsOfJavaScriptWereRead(t *testing.T) {
	s := open(t)
	for read, write := range map[int]func(w *wire.Writer){
		0: func(w *wire.Writer) { w.WriteString("x") },
		1: func(w *wire.Writer) { js(w, 1); w.WriteString("x") },
		2: func(w *wire.Writer) { js(w, 1); js(w, 2); w.WriteNil() },
	} {
		status, reply := s.run(number(t, "two functions"), write)
		if status != abi.StatusFault {
			t.Fatalf("status %d", status)
		}
		reply.ReadInt()
		reply.ReadString()
		for n, _ := reply.ReadArray(); n > 0; n-- {
			reply.ReadInt()
		}
		if got := reply.ReadInt(); got != read {
			t.Errorf("%d were read, want %d", got, read)
		}
	}
}

func js(w *wire.Writer, id uint64) { w.WriteTag(abi.AnyJs); w.WriteHandle(id) }
