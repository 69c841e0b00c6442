// Package call runs the functions of a library: it finds the function, reads receiver and arguments, recovers what
// panics, and writes results, objects and errors. Generated code consists of calls into this package.
package call

import (
	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/goerr"
	"usegolib.internal/bridge/handle"
	"usegolib.internal/bridge/jsref"
	"usegolib.internal/bridge/lane"
	"usegolib.internal/bridge/wire"
)

// A Call is one request and its reply. Generated code reads all arguments, says Done, calls Go, and writes the results.
// Each lane has one Call, used again and again: keep no reference to it.
type Call struct {
	wire.Reader
	wire.Writer
	env      uint32
	status   int32
	start    int      // where the first argument begins
	running  bool     // the function has not returned: it is running, or it panicked
	done     bool     // all arguments are read: the reply may overwrite the request
	sent     []uint64 // handles in the reply so far: taken back if the reply is not sent after all
	taken    int      // objects of JavaScript that were read: the others of the request never reached Go
	holds    []any    // the holders of such objects in the reply, which must not be let go of before it is delivered
	lane     *lane.Lane
	box      *inbox
	apart    *apart    // set while the call runs on a goroutine of its own
	question *question // of JavaScript, which this Call carries
}

// A Func is the generated wrapper of one function, method or accessor.
type Func func(*Call)

var (
	lanes   lane.Table
	objects handle.Table
	// references are JavaScript's objects that Go holds.
	references jsref.Table
)

// Done says that all arguments are read: bytes that are left are a fault.
func (c *Call) Done() {
	c.End()
	c.done = true
	if c.apart != nil {
		c.From(nil, nil) // JavaScript may now put other memory in the lane's place
		c.apart.ready.Store(true)
		c.box.thread.rouse()
	}
}

// Error writes the error node of err and whether the results follow; it returns true when nothing follows.
//
//	if err != nil && c.Error(err, call.Some(r0)) {
//		return
//	}
func (c *Call) Error(err error, more bool) bool {
	c.status = abi.StatusError
	c.writeNode(goerr.Describe(err))
	c.WriteBool(more)
	return !more
}

// ReadNumbers copies raw little-endian memory into a new slice; nil is nil.
func ReadNumbers[T wire.Number](c *Call) []T { return wire.ReadNumbers[T](&c.Reader) }

// ReadNumberArray fills dst from raw memory of exactly its size; nil leaves it as it is.
func ReadNumberArray[T wire.Number](c *Call, dst []T) { wire.ReadNumberArray(&c.Reader, dst) }

// ReadChanges takes what a function of JavaScript made of memory that it was given; nil: it changed nothing.
func ReadChanges[T wire.Number](c *Call, dst []T) { wire.ReadChanges(&c.Reader, dst) }

// WriteNumbers writes the elements' memory; nil is nil.
func WriteNumbers[T wire.Number](c *Call, v []T) { wire.WriteNumbers(&c.Writer, v) }
