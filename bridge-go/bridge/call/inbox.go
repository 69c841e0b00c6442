package call

import (
	"sync"
	"sync/atomic"
)

// An inbox is where goroutines leave questions for the JavaScript of one environment. Its thread takes them while it waits
// in a call; without a waiting call there is nobody to answer.
type inbox struct {
	mu      sync.Mutex
	calls   int // calls that wait, or whose thread runs what a question asked for
	first   *question
	last    *question
	news    atomic.Int32 // how many there are
	thread  sleeper      // JavaScript's
	stopped bool
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
		b = &inbox{thread: newSleeper()}
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
	q := b.first
	b.first, b.last = nil, nil
	b.news.Store(0)
	for q != nil {
		next := q.next
		if q.next = nil; which(q) {
			q.refuse()
		} else {
			b.push(q)
		}
		q = next
	}
}

func (b *inbox) push(q *question) {
	if b.first == nil {
		b.first = q
	} else {
		b.last.next = q
	}
	b.last = q
	b.news.Add(1)
}

// ask queues a question; false when there is nobody to answer.
func (b *inbox) ask(q *question) bool {
	return b.add(q, false)
}

// wait queues a question for the next call, if none is in progress; false when the environment has ended.
func (b *inbox) wait(q *question) bool {
	return b.add(q, true)
}

func (b *inbox) add(q *question, patient bool) bool {
	b.mu.Lock()
	if b.stopped || b.calls == 0 && !patient {
		b.mu.Unlock()
		return false
	}
	q.patient = patient
	b.push(q)
	b.mu.Unlock()
	b.thread.rouse()
	return true
}

// take gives the question that has waited longest, or nil.
func (b *inbox) take() *question {
	if b.news.Load() == 0 {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	q := b.first
	if q == nil {
		return nil
	}
	b.first, q.next = q.next, nil
	q.taken = true
	b.news.Add(-1)
	return q
}
