package call

import (
	"sync/atomic"

	"usegolib.internal/bridge/abi"
)

// apart is what a call has while it runs on a goroutine of its own: JavaScript's thread waits for it meanwhile, and
// answers questions. See "Calling JavaScript" in abi/ABI.md.
type apart struct {
	fn, n    int32
	finished atomic.Bool
	ready    atomic.Bool // all arguments are read: the lane is free for questions
	asked    *question   // what JavaScript's thread is answering now
	end      atomic.Int32
	reply    []byte // where the reply is written: the lane carries questions
}

// How the goroutine and the thread of an apart call part: whoever comes second has the reply to drop.
const (
	ended     = 1 + iota // the function has returned
	abandoned            // the thread will not come back
)

// runApart starts the call and waits for its end, or for a question.
func (c *Call) runApart(fn, n int32) int32 {
	c.apart = &apart{fn: fn, n: n, reply: make([]byte, 0, 256)}
	c.box.enter()
	workers.run(c)
	return c.await()
}

// serveApart serves the call on a goroutine of its own, which may have other calls afterwards.
func (c *Call) serveApart() {
	a := c.apart
	c.serve(a.fn, a.n)
	if !a.end.CompareAndSwap(0, ended) {
		c.takeBack()
	}
}

// resume takes the answer to the question that the lane's thread had, and waits on.
func (c *Call) resume(n int32) int32 {
	q := c.apart.asked
	if q == nil || uint(n) > uint(len(c.lane.Memory)) {
		return -1
	}
	c.apart.asked = nil
	c.lane.Begin()
	q.answer(c.lane.Memory[:n:n], c.lane.Lent)
	return c.await()
}

// await runs on JavaScript's thread.
func (c *Call) await() int32 {
	a := c.apart
	for {
		if a.finished.Load() {
			c.box.leave()
			c.apart = nil
			c.lane.End()
			c.giveWritten()
			return c.deliver(c, c.status)
		}
		if a.ready.Load() {
			if q := c.box.take(); q != nil {
				a.asked = q
				c.lane.End()
				return c.deliver(q.call, abi.StatusCallback)
			}
		}
		c.box.thread.until(func() bool { return a.finished.Load() || a.ready.Load() && c.box.news.Load() > 0 })
	}
}

// abandon ends the waiting of a call whose thread will not come back to it: a question that it was answering fails, and
// nobody gets its reply.
func (c *Call) abandon() {
	if q := c.apart.asked; q != nil {
		c.apart.asked = nil
		q.refuse()
	}
	if !c.apart.end.CompareAndSwap(0, abandoned) {
		c.takeBack()
	}
	c.box.leave()
}

// abandonFrom abandons the calls of a lane and of those deeper. JavaScript left them without an answer: its stack had
// overflown, or its thread has ended.
func abandonFrom(number int32) {
	for n := number | (abi.LaneDepth - 1); n >= number; n-- {
		l := lanes.Lookup(n)
		if l == nil {
			continue
		}
		if c, ok := l.State.(*Call); ok && c.apart != nil {
			l.State = nil
			c.abandon()
		}
	}
}
