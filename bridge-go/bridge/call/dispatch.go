package call

import (
	"strconv"
	"unsafe"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/lane"
	"usegolib.internal/bridge/wire"
)

// Open begins an environment whose lane of depth 0 has this memory, and returns the lane or −1.
func Open(memory unsafe.Pointer, size int) int32 { return lanes.Open(memory, size) }

// Attach gives a lane memory, in place of what it had; it returns the lane or −1.
func Attach(number int32, memory unsafe.Pointer, size int) int32 {
	attached := lanes.Attach(number, memory, size)
	if attached >= 0 {
		callOf(lanes.Lookup(number)).forget()
	}
	return attached
}

// forget lets go of the memory the lane had: Go's collector must meet no pointer to what JavaScript has freed.
func (c *Call) forget() {
	if c.apart != nil {
		return // its goroutine writes elsewhere
	}
	c.From(nil, nil)
	c.To(nil)
}

// Lend lends memory to the next call on the lane and returns its index, or −1. size −1 takes everything back.
func Lend(number int32, memory unsafe.Pointer, size int) int32 {
	if l := lanes.Lookup(number); l != nil {
		return l.Lend(memory, size)
	}
	return -1
}

// Take copies what the lane's last reply kept under index (−1: the reply itself) to memory; false when nothing is there.
func Take(number, index int32, memory unsafe.Pointer) bool {
	l := lanes.Lookup(number)
	return l != nil && l.Take(index, memory)
}

// Close ends an environment and gives back its handles; false when there is none.
func Close(env int32) bool {
	if env > 0 {
		abandonFrom(env * abi.LaneDepth)
	}
	if !lanes.Close(uint32(env)) {
		return false
	}
	objects.Close(uint32(env))
	references.Close(uint32(env))
	closeInbox(uint32(env))
	return true
}

// Hash writes the schema hash into the lane, as a str, and returns length and status as Run does.
func Hash(number int32) int32 {
	l := lanes.Lookup(number)
	if l == nil {
		return -1
	}
	c := callOf(l)
	c.To(l.Memory)
	c.WriteString(library.SchemaHash)
	return int32(len(c.Reply()))<<abi.StatusBits | abi.StatusOk
}

// Run calls function fn with the first n bytes of the lane and writes the reply over them. It returns
// length << 3 | status, or −1 when there is no such lane or a call is running on it.
func Run(number, fn, n int32) int32 {
	l := lanes.Lookup(number)
	if l == nil || l.Busy {
		return -1
	}
	c := callOf(l)
	if c.apart != nil {
		if fn == abi.BuiltinResume {
			return c.resume(n)
		}
		abandonFrom(number)
		c = callOf(l)
	}
	l.Begin()
	if fn&abi.ApartFlag != 0 && fn >= 0 {
		return c.runApart(fn&^abi.ApartFlag, n)
	}
	c.serve(fn, n)
	l.End()
	return c.finish()
}

// callOf is the lane's Call, made on its first use.
func callOf(l *lane.Lane) *Call {
	if c, ok := l.State.(*Call); ok {
		return c
	}
	c := &Call{env: l.Env, lane: l, box: inboxOf(l.Env)}
	c.DurationNS, c.ReplaceUTF8 = library.DurationNS, library.ReplaceUTF8
	l.State = c
	return c
}

// serve decodes the request's head and runs the function; whatever panics below it becomes the reply.
func (c *Call) serve(fn, n int32) {
	defer c.recovered()
	c.running, c.done = true, false
	c.status = abi.StatusOk
	c.sent, c.taken = c.sent[:0], 0
	memory := c.lane.Memory
	c.restart()
	if uint(n) > uint(len(memory)) {
		wire.Fail(abi.FaultMalformed, "a request of "+strconv.Itoa(int(n))+" bytes in a lane of "+strconv.Itoa(len(memory)))
	}
	c.start = noArgument
	c.From(memory[:n:n], c.lane.Lent)
	if n > wire.UncheckedNesting {
		c.CheckNesting()
	}
	if fn >= abi.FreesFlag {
		fn &^= abi.FreesFlag
		c.giveBack()
	}
	c.start = c.Pos()
	c.function(fn)(c)
	c.running = false
}

// restart begins the reply: in the lane, or beside it while the lane carries questions.
func (c *Call) restart() {
	if c.apart != nil {
		c.To(c.apart.reply)
	} else {
		c.To(c.lane.Memory)
	}
}

// function finds fn among the built-in functions and the library's.
func (c *Call) function(fn int32) Func {
	if i := uint(fn) - abi.FirstSymbol; i < uint(len(library.Funcs)) {
		return library.Funcs[i]
	}
	if uint(fn) < uint(len(builtins)) {
		return builtins[fn]
	}
	wire.Fail(abi.FaultUnknown, "no function "+strconv.Itoa(int(fn)))
	return nil
}

// giveBack takes the array of handles and counts at the request's start. All of them are done before a wrong one
// faults, so that one defect does not become a leak.
func (c *Call) giveBack() {
	n, _ := c.ReadArray()
	var wrong error
	for ; n >= 2; n -= 2 {
		h, count := c.ReadHandle(), c.ReadUint64()
		if err := objects.GiveBack(c.env, h, count); err != nil {
			wrong = err
		}
	}
	if n != 0 || wrong != nil {
		wire.Fail(abi.FaultMalformed, "handles given back: "+giveBackError(wrong))
	}
}

func giveBackError(err error) string {
	if err == nil {
		return "a handle without its count"
	}
	return err.Error()
}

// finish hands the reply over: in the lane, or kept with Go when it did not fit.
func (c *Call) finish() int32 {
	c.giveWritten()
	reply := c.Reply()
	if len(reply) == 0 || &reply[0] == &c.lane.Memory[0] {
		if kept := c.Kept(); kept != nil {
			c.lane.Kept = kept
		}
		return int32(len(reply))<<abi.StatusBits | c.status
	}
	return c.deliver(c, c.status)
}

// giveWritten leaves what was written to lent slices for JavaScript to take.
func (c *Call) giveWritten() {
	if written := c.Written(); written != nil {
		c.lane.Written = written
	}
}

// deliver puts what from has written into the lane; what does not fit stays with Go.
func (c *Call) deliver(from *Call, status int32) int32 {
	reply, memory := from.Reply(), c.lane.Memory
	from.holds = nil
	c.lane.Kept = from.Kept()
	if len(reply) <= len(memory) {
		copy(memory, reply)
		return int32(len(reply))<<abi.StatusBits | status
	}
	c.lane.Spill = reply
	var w wire.Writer
	w.To(memory)
	w.WriteInt(int(status))
	w.WriteFloat64(float64(len(reply)))
	return int32(len(w.Reply()))<<abi.StatusBits | abi.StatusSpilled
}
