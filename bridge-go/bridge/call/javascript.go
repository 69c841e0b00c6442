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
	ref := references.Intern(c.env, c.readID())
	return references.View(ref, typ, func() any { return &Target{ref, c.box, typ} }).(*Target)
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
	made, ok := v.(interface{ UsegolibTarget() *Target })
	if !ok || made.UsegolibTarget().ref.Env != c.env {
		return false
	}
	c.WriteTag(abi.AnyJs)
	c.writeID(made.UsegolibTarget().ref.ID, v)
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
	c.writeID(t.ref.ID, t)
	c.WriteInt(t.typ)
	c.WriteInt(method)
	return c
}

// Ask lets JavaScript run and returns what it threw.
func (c *Call) Ask() error {
	q := &question{call: c, answered: newSignal(), decoded: newSignal()}
	c.asked = true
	if !c.box.ask(q) {
		c.takeBack()
		return ErrNoCall
	}
	q.answered.wait()
	if q.refused {
		if !q.taken {
			c.takeBack() // else JavaScript may have read them: they are its own to give back
		}
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

// Answered says that the answer was read, also where reading it panicked, or writing the question.
func (c *Call) Answered() {
	if c.question != nil {
		c.question.decoded.raise()
	} else if !c.asked {
		c.takeBack()
	}
}
