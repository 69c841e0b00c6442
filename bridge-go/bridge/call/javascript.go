package call

import (
	"errors"
	"runtime"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/jsref"
)

// A Target is a function of JavaScript, or an object of it with methods, that Go can call. Generated closures and types
// hold one; when Go's collector finds the last of them unused, JavaScript may let go of the object.
type Target struct {
	ref *jsref.Ref
	box *inbox
	typ int // the schema's type: which signatures it has
	fn  any // the Go function that stands for it, once there is one
}

// ErrNoCall is what Go gets that calls JavaScript while no call of JavaScript into Go is in progress.
var ErrNoCall = errors.New("usegolib: a function of JavaScript can only be called while JavaScript waits in a call into Go")

// ReadTarget takes a function or object of JavaScript; nil when something else comes next.
func ReadTarget(c *Call, typ int) *Target {
	if !c.IsTag(abi.AnyJs) {
		return nil
	}
	c.ReadTag()
	return c.target(typ)
}

// target takes the id behind the tag.
func (c *Call) target(typ int) *Target {
	ref := references.Intern(c.env, c.readID())
	return references.View(ref, typ, func() any { return &Target{ref: ref, box: c.box, typ: typ} }).(*Target)
}

// readID takes the id of an object of JavaScript.
func (c *Call) readID() uint64 {
	id := c.ReadHandle()
	c.taken++
	return id
}

// writeID writes the id of an object of JavaScript, which Go holds at least until the frame is delivered.
func (c *Call) writeID(id uint64, holder any) {
	c.WriteHandle(id)
	if c.apart != nil || c.lane == nil {
		c.holds = append(c.holds, holder)
	}
}

// writeTarget writes an object that JavaScript made, where it goes back to its own environment; false for other values.
func (c *Call) writeTarget(v any) bool {
	js := targetOf(v)
	if js == nil || js.ref.Env != c.env {
		return false
	}
	c.WriteTag(abi.AnyJs)
	c.writeID(js.ref.ID, v)
	return true
}

// Begin starts a question: the arguments follow, then Ask, then the results are read.
//
//	c := js.Begin(0)
//	defer c.Answered()
//	c.WriteInt(a0)
//	if err = c.Ask(); err != nil {
//		return
//	}
//	return c.ReadInt(), nil
func (t *Target) Begin(method int) *Call {
	c := newQuestion(t.ref.Env, t.box)
	c.writeID(t.ref.ID, t)
	c.WriteInt(t.typ)
	c.WriteInt(method)
	return c
}

// Ask lets JavaScript run and returns what it threw.
func (c *Call) Ask() error { return c.ask(nobody) }

// MustAsk is Ask for signatures without an error: what JavaScript threw is a panic. On a goroutine of the module's own
// nothing would recover a panic: when no call is in progress, it waits for JavaScript's next one.
func (c *Call) MustAsk() {
	if err := c.ask(ownGoroutine); err != nil {
		panic(err)
	}
}

// ask sends the question. patient says, if there is nobody to answer, whether it may wait for somebody.
func (c *Call) ask(patient func() bool) error {
	if c.box.ask(c.question) {
		c.question.wait()
	} else {
		c.question.refused = true
	}
	for c.question.refused && !c.question.taken && patient() {
		c.renew()
		if !c.box.wait(c.question) {
			runtime.Goexit() // the environment has ended, and with it everything that this goroutine could tell it
		}
		c.question.wait()
	}
	if q := c.question; q.refused {
		if !q.taken {
			c.takeBack() // else JavaScript may have read them: they are its own to give back
		}
		return ErrNoCall
	}
	if c.ReadBool() {
		return nil
	}
	return ReadError(c)
}

func nobody() bool { return false }

// ownGoroutine tells whether this goroutine is the module's own: none that runs a call, which turns a panic into an error.
func ownGoroutine() bool {
	stack := make([]uintptr, 128)
	for n := runtime.Callers(1, stack); n == len(stack); n = runtime.Callers(1, stack) {
		stack = make([]uintptr, 2*n)
	}
	for frames := runtime.CallersFrames(stack); ; {
		frame, more := frames.Next()
		if frame.Function == "usegolib.internal/bridge/call.(*Call).serve" {
			return false
		}
		if !more {
			return true
		}
	}
}
