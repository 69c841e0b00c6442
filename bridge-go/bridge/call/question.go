package call

import (
	"sync"
	"sync/atomic"
)

// A question is a frame for JavaScript, and how far its answer is.
type question struct {
	call     *Call
	next     *question   // in the inbox
	answered atomic.Bool // it has its answer, or was refused
	asker    sleeper     // who waits for that
	borrows  bool        // the answer is memory of JavaScript, which waits until it was read
	read     atomic.Bool // it was read
	taken    bool        // JavaScript has seen it
	refused  bool        // there was nobody to answer
	patient  bool        // waits for JavaScript's next call
}

// questions are the Calls of questions that were answered, with their memory: one that is asked again and again costs
// nothing to make.
var questions sync.Pool

// maxIdleBytes is how much memory an unused Call keeps.
const maxIdleBytes = 4096

// newQuestion begins a question to this environment.
func newQuestion(env uint32, box *inbox) *Call {
	c, _ := questions.Get().(*Call)
	if c == nil {
		c = &Call{}
		c.To(make([]byte, 0, 128))
		c.renew()
	}
	c.env, c.box = env, box
	c.DurationNS, c.ReplaceUTF8 = library.DurationNS, library.ReplaceUTF8
	return c
}

// renew puts a question that was not asked in the place of one that somebody may still be about to answer.
func (c *Call) renew() { c.question = &question{call: c, asker: newSleeper()} }

// wait returns when the question has its answer. Where others wait for theirs, it leaves them the processor.
func (q *question) wait() {
	if q.call.box.news.Load() > 1 {
		q.asker.sleep(q.answered.Load)
	}
	q.asker.until(q.answered.Load)
}

// answer hands over the answer and lets the goroutine that asked go on. Where memory of JavaScript is lent it returns when
// that was read; else it is copied, and JavaScript may go on at once.
func (q *question) answer(frame []byte, lent [][]byte) {
	borrows := len(frame) > maxIdleBytes || len(lent) > 0
	if !borrows {
		frame = append(q.call.Reply()[:0], frame...) // JavaScript has read the question
	}
	q.call.From(frame, lent)
	q.borrows = borrows
	q.finish()
	if borrows { // else it may be another question by now
		q.call.box.thread.until(q.read.Load)
	}
}

func (q *question) refuse() {
	q.refused = true
	q.finish()
}

func (q *question) finish() {
	q.answered.Store(true)
	q.asker.rouse()
}

// Answered says that the answer was read, also where reading it panicked, or writing the question. The Call is not used any
// more.
func (c *Call) Answered() {
	q := c.question
	switch {
	case q.refused:
	case !q.answered.Load():
		c.takeBack() // it was never asked
	case q.borrows:
		q.read.Store(true)
		c.box.thread.rouse()
	default:
		c.retire()
	}
}

// retire keeps the Call of an answered question for the next one.
func (c *Call) retire() {
	if cap(c.Reply()) > maxIdleBytes {
		return
	}
	q := c.question
	q.taken, q.patient = false, false
	q.answered.Store(false)
	c.From(nil, nil)
	c.To(c.Reply()) // lets go of payloads, which may be large
	c.sent, c.taken = c.sent[:0], 0
	questions.Put(c)
}
