package call

import (
	"sync"
	"sync/atomic"
)

// A job is an apart call.
type job struct {
	call  *Call
	fn, n int32
}

// A worker is a goroutine that runs apart calls, one after the other. To start a goroutine costs a hundred times what it
// costs to give the next call to one that is still looking for it.
type worker struct {
	next   atomic.Pointer[job]
	asleep atomic.Bool
	wake   chan struct{} // one token for each job that came while it slept
}

// maxIdle is how many workers may wait for a call. Nested calls need one each.
const maxIdle = 8

// workers are those without a call.
var workers pool

type pool struct {
	mu   sync.Mutex
	idle []*worker
}

// run has a worker run the job.
func (p *pool) run(j *job) {
	p.mu.Lock()
	last := len(p.idle) - 1
	if last < 0 {
		p.mu.Unlock()
		w := &worker{wake: make(chan struct{}, 1)}
		w.next.Store(j)
		go w.work()
		stir()
		return
	}
	w := p.idle[last]
	p.idle[last] = nil
	p.idle = p.idle[:last]
	p.mu.Unlock()
	w.next.Store(j)
	if w.asleep.CompareAndSwap(true, false) {
		w.wake <- struct{}{}
		stir()
	}
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
		more = w.one()
	}
}

// one runs a job, and waits for the next; false when the worker is not needed any more.
func (w *worker) one() (more bool) {
	j := w.next.Swap(nil)
	a, box := j.call.apart, j.call.box
	func() {
		// Also where the module calls runtime.Goexit: then this worker has no other job.
		defer func() {
			a.finished.raise()
			if box.asleep.Load() {
				stir()
			}
		}()
		j.run()
		more = workers.put(w)
	}()
	if more && !spin(func() bool { return w.next.Load() != nil }) {
		w.sleep()
	}
	return more
}

func (w *worker) sleep() {
	w.asleep.Store(true)
	if w.next.Load() != nil && w.asleep.CompareAndSwap(true, false) {
		return // it came in between
	}
	<-w.wake
}
