package call

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// An inbox is where goroutines leave questions for the JavaScript of one environment. Its thread takes them while it waits
// in a call; without a waiting call there is nobody to answer.
type inbox struct {
	mu      sync.Mutex
	calls   int // calls that wait, or whose thread runs what a question asked for
	queue   []*question
	news    atomic.Int32  // len(queue)
	wake    chan struct{} // holds one token when there may be news
	asleep  atomic.Bool   // the thread sleeps until there are news
	stopped bool
}

// A question is a frame for JavaScript, and how far its answer is.
type question struct {
	call     *Call
	answered signal
	decoded  signal // the answer's memory is no longer needed
	taken    bool   // JavaScript has seen it
	refused  bool   // there was nobody to answer
	patient  bool   // waits for JavaScript's next call
}

func newQuestion(c *Call) *question {
	return &question{call: c, answered: newSignal(), decoded: newSignal()}
}

func (q *question) refuse() {
	q.refused = true
	q.answered.raise()
}

var inboxes struct {
	sync.Mutex
	of map[uint32]*inbox
}

func inboxOf(env uint32) *inbox {
	inboxes.Lock()
	defer inboxes.Unlock()
	if inboxes.of == nil {
		inboxes.of = map[uint32]*inbox{}
	}
	b := inboxes.of[env]
	if b == nil {
		b = &inbox{wake: make(chan struct{}, 1)}
		inboxes.of[env] = b
	}
	return b
}

// closeInbox refuses what is asked of an environment that has ended.
func closeInbox(env uint32) {
	inboxes.Lock()
	b := inboxes.of[env]
	delete(inboxes.of, env)
	inboxes.Unlock()
	if b != nil {
		b.mu.Lock()
		b.stopped = true
		b.refuse(func(*question) bool { return true })
		b.mu.Unlock()
	}
}

func (b *inbox) enter() {
	b.mu.Lock()
	b.calls++
	b.mu.Unlock()
}

// leave ends a call; after the last one nobody answers what was left.
func (b *inbox) leave() {
	b.mu.Lock()
	if b.calls--; b.calls == 0 {
		b.refuse(func(q *question) bool { return !q.patient })
	}
	b.mu.Unlock()
}

// refuse ends the waiting of those questions.
func (b *inbox) refuse(which func(*question) bool) {
	b.queue = slices.DeleteFunc(b.queue, func(q *question) bool {
		refused := which(q)
		if refused {
			q.refuse()
		}
		return refused
	})
	b.news.Store(int32(len(b.queue)))
}

// ask queues a question; false when there is nobody to answer.
func (b *inbox) ask(q *question) bool {
	return b.add(q, func() bool { return !b.stopped && b.calls > 0 })
}

// wait queues a question for the next call, if none is in progress; false when the environment has ended.
func (b *inbox) wait(q *question) bool {
	return b.add(q, func() bool { q.patient = true; return !b.stopped })
}

func (b *inbox) add(q *question, may func() bool) bool {
	b.mu.Lock()
	if !may() {
		b.mu.Unlock()
		return false
	}
	b.queue = append(b.queue, q)
	b.news.Store(int32(len(b.queue)))
	b.mu.Unlock()
	b.poke()
	return true
}

// poke lets the waiting thread look again.
func (b *inbox) poke() {
	select {
	case b.wake <- struct{}{}:
		if b.asleep.Load() {
			stir()
		}
	default:
	}
}

func (b *inbox) take() *question {
	if b.news.Load() == 0 {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.queue) == 0 {
		return nil
	}
	q := b.queue[0]
	q.taken = true
	b.queue[0] = nil
	b.queue = b.queue[1:]
	b.news.Store(int32(len(b.queue)))
	return q
}

// A signal is raised once.
type signal struct {
	up     atomic.Bool
	asleep atomic.Bool // whom it is for has gone to sleep
	ch     chan struct{}
}

func newSignal() signal { return signal{ch: make(chan struct{})} }

func (s *signal) raise() {
	if s.up.CompareAndSwap(false, true) {
		close(s.ch)
		if s.asleep.Load() {
			stir()
		}
	}
}

func (s *signal) wait() {
	if !spin(s.up.Load) {
		s.asleep.Store(true)
		<-s.ch
	}
}

// stir lets another processor run at once what this one has just made ready. Go keeps that for this one, which goes on
// here, and others may take it only after a pause of 50 µs; unless something newer is in its place.
func stir() {
	if runtime.GOMAXPROCS(0) > 1 {
		go func() {}()
	}
}

// spinFor is how long a thread looks before it sleeps: to be woken costs twenty times an answer.
const spinFor = 20 * time.Microsecond

// spin waits for a condition a while; false when it did not come true. With one processor nobody could make it true.
func spin(done func() bool) bool {
	if done() {
		return true
	}
	if runtime.GOMAXPROCS(0) == 1 {
		return false
	}
	for start := time.Now(); ; {
		for range 64 {
			if done() {
				return true
			}
		}
		if time.Since(start) > spinFor {
			return false
		}
	}
}
