// Package fatal has every way in which Go code can end a process, and some in which it only seems to.
package fatal

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync"
)

// Add shows that the process still works.
func Add(a, b int) int { return a + b }

// Goexit ends the goroutine of the call.
func Goexit() { runtime.Goexit() }

// Exit ends the process.
func Exit(code int) { os.Exit(code) }

// Print writes to standard output.
func Print(text string) error {
	_, err := os.Stdout.WriteString(text)
	return err
}

// Overflow recurses until the stack is full; a small limit spares the machine a gigabyte.
func Overflow() int {
	debug.SetMaxStack(16 << 20)
	return descend(1)
}

func descend(n int) int {
	if n == 0 {
		return 0
	}
	return descend(n+1) + n
}

// Nil dereferences nil.
func Nil() int {
	var p *struct{ n int }
	return p.n
}

// Elsewhere panics in a goroutine of its own, where no call can recover it.
func Elsewhere() {
	go func() { panic("nobody recovers this") }()
	select {}
}

// Maps writes one map from several goroutines without a lock.
func Maps() {
	m := map[int]int{}
	var all sync.WaitGroup
	for g := range 8 {
		all.Go(func() {
			for i := range 100_000_000 {
				m[i&0xff] = g
			}
		})
	}
	all.Wait()
}

// Unlock unlocks what is not locked.
func Unlock() {
	var mu sync.Mutex
	mu.Unlock()
}

// Thing is an object, to be given to another library.
type Thing struct{ n int }

// N reads it.
func (t *Thing) N() int { return t.n }
