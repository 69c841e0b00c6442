package call

import (
	"sync"
	"sync/atomic"
)

// A worker is a goroutine that runs apart calls, one after the other. To start a goroutine costs a hundred times what it
// costs to give the next call to one that is still looking for it.
type worker struct {
	next atomic.Pointer[Call]
	wait sleeper
}

// maxIdle is how many workers may wait for a call. Nested calls need one each.
const maxIdle = 8

// workers are those without a call.
var workers pool

type pool struct {
	mu   sync.Mutex
	idle []*worker
}

// run has a worker serve the call.
func (p *pool) run(c *Call) {
	p.mu.Lock()
	last := len(p.idle) - 1
	if last < 0 {
		p.mu.Unlock()
		w := &worker{wait: newSleeper()}
		w.next.Store(c)
		go w.work()
		stir()
		return
	}
	w := p.idle[last]
	p.idle[last] = nil
	p.idle = p.idle[:last]
	p.mu.Unlock()
	w.next.Store(c)
	w.wait.rouse()
}

// put offers a worker for the next call; false when there are enough.
func (p *pool) put(w *worker) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.idle) == maxIdle {
		return false
	}
	p.idle = append(p.idle, w)
	return true
}

func (w *worker) work() {
	for more := true; more; {
		w.wait.until(func() bool { return w.next.Load() != nil })
		more = w.serve(w.next.Swap(nil))
	}
}

// serve runs a call; false when the worker is not needed any more.
func (w *worker) serve(c *Call) (more bool) {
	a, box := c.apart, c.box
	// Also where the module calls runtime.Goexit: then this worker has no other call.
	defer func() {
		a.finished.Store(true)
		box.thread.rouse()
	}()
	c.serveApart()
	return workers.put(w)
}
