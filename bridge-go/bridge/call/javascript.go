package call

import (
	"errors"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/jsref"
)

// A Target is a function of JavaScript, or an object of it with methods, that Go can call. Generated closures and types
// hold one; when Go's collector finds the last of them unused, JavaScript may let go of the object.
type Target struct {
	ref *jsref.Ref
	box *inbox
	typ int // the schema's type: which signatures it has
}

// ErrNoCall is what Go gets that calls JavaScript while no call of JavaScript into Go is in progress.
var ErrNoCall = errors.New("usegolib: a function of JavaScript can only be called while JavaScript waits in a call into Go")

// ReadTarget takes a function or object of JavaScript; nil when something else comes next.
func ReadTarget(c *Call, typ int) *Target {
	if !c.IsTag(abi.AnyJs) {
		return nil
	}
	c.ReadTag()
	return &Target{references.New(c.env, c.ReadHandle()), c.box, typ}
}

// writeTarget writes an object that JavaScript made, where it goes back to its own environment; false for other values.
func (c *Call) writeTarget(v any) bool {
	made, ok := v.(interface{ UsegolibTarget() *Target })
	if !ok || made.UsegolibTarget().ref.Env != c.env {
		return false
	}
	c.WriteTag(abi.AnyJs)
	c.WriteHandle(made.UsegolibTarget().ref.ID)
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
	c := &Call{env: t.ref.Env, box: t.box}
	c.DurationNS, c.ReplaceUTF8 = library.DurationNS, library.ReplaceUTF8
	c.To(make([]byte, 0, 128))
	c.WriteHandle(t.ref.ID)
	c.WriteInt(t.typ)
	c.WriteInt(method)
	return c
}

// Ask lets JavaScript run and returns what it threw.
func (c *Call) Ask() error {
	q := &question{call: c, answered: newSignal(), decoded: newSignal()}
	if !c.box.ask(q) {
		c.takeBack()
		return ErrNoCall
	}
	q.answered.wait()
	if q.refused {
		c.takeBack()
		return ErrNoCall
	}
	c.question = q
	if c.ReadBool() {
		return nil
	}
	return ReadError(c)
}

// MustAsk is Ask for signatures without an error: what JavaScript threw is a panic.
func (c *Call) MustAsk() {
	if err := c.Ask(); err != nil {
		panic(err)
	}
}

// Answered says that the answer was read, also where reading it panicked.
func (c *Call) Answered() {
	if c.question != nil {
		c.question.decoded.raise()
	}
}
