package call

import (
	"sync/atomic"

	"usegolib.internal/bridge/abi"
)

// apart is what a call has while it runs on a goroutine of its own: JavaScript's thread waits for it meanwhile, and
// answers questions. See "Calling JavaScript" in abi/ABI.md.
type apart struct {
	finished signal
	ready    atomic.Bool // all arguments are read: the lane is free for questions
	asked    *question   // what JavaScript's thread is answering now
	reply    []byte      // where the reply is written: the lane carries questions
}

// runApart starts the call and waits for its end, or for a question.
func (c *Call) runApart(fn, n int32) int32 {
	c.apart = &apart{finished: newSignal(), reply: make([]byte, 0, 256)}
	c.box.enter()
	go func() {
		defer c.apart.finished.raise()
		c.serve(fn, n)
	}()
	return c.await()
}

// resume takes the answer to the question that the lane's thread had, and waits on.
func (c *Call) resume(n int32) int32 {
	q := c.apart.asked
	if q == nil || uint(n) > uint(len(c.lane.Memory)) {
		return -1
	}
	c.apart.asked = nil
	c.lane.Begin()
	q.call.From(c.lane.Memory[:n:n], c.lane.Lent)
	q.answered.raise()
	q.decoded.wait()
	return c.await()
}

// await runs on JavaScript's thread.
func (c *Call) await() int32 {
	a := c.apart
	news := func() bool { return a.finished.up.Load() || a.ready.Load() && c.box.news.Load() > 0 }
	for {
		if a.finished.up.Load() {
			c.box.leave()
			c.apart = nil
			c.lane.End()
			return c.deliver(c, c.status)
		}
		if a.ready.Load() {
			if q := c.box.take(); q != nil {
				a.asked = q
				c.lane.End()
				return c.deliver(q.call, abi.StatusCallback)
			}
		}
		if !spin(news) {
			select {
			case <-a.finished.ch:
			case <-c.box.wake:
			}
		}
	}
}
