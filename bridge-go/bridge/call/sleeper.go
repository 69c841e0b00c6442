package call

import (
	"runtime"
	"sync/atomic"
	"time"
)

// A sleeper is a goroutine, or JavaScript's thread, that waits for what others do. It looks for a while, because to be
// woken costs twenty times an answer, and then sleeps. One at a time waits on a sleeper; any number may rouse it.
type sleeper struct {
	asleep atomic.Bool
	wake   chan struct{} // one token for each time it was asleep and roused
}

func newSleeper() sleeper { return sleeper{wake: make(chan struct{}, 1)} }

// until waits for a condition. Who makes it true rouses afterwards.
func (s *sleeper) until(done func() bool) {
	for !spin(done) {
		s.sleep(done)
	}
}

// sleep waits until it is roused, unless the condition has come true meanwhile.
//
// It says that it sleeps and then looks at the condition; rouse follows a change of the condition and then looks for
// sleepers. One of them must see the other, so neither may read before it has written. Go promises that of all atomic
// operations; but QEMU lets an ARM load pass a store on an x64 processor, so both swap, which nothing passes.
func (s *sleeper) sleep(done func() bool) {
	s.asleep.Swap(true)
	if done() && s.asleep.CompareAndSwap(true, false) {
		return
	}
	<-s.wake
}

// rouse lets it look again.
func (s *sleeper) rouse() {
	if s.asleep.CompareAndSwap(true, false) {
		s.wake <- struct{}{}
		stir()
	}
}

// stir lets another processor run at once what this one has just made ready. Go keeps that for this one, which goes on
// here, and others may take it only after a pause of 50 µs; unless something newer is in its place.
func stir() {
	if runtime.GOMAXPROCS(0) > 1 {
		go func() {}()
	}
}

// spinFor is how long one looks before it sleeps.
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
