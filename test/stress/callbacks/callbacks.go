// Package callbacks is where JavaScript's functions and values are tried.
package callbacks

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Box is a live object.
type Box struct{ n int }

// N is its number.
func (b *Box) N() int { return b.n }

// NewBox makes one.
func NewBox(n int) *Box { return &Box{n} }

// Listener is implemented in JavaScript.
type Listener interface{ Heard(b *Box) error }

// Repeat calls f n times and sums what it gives.
func Repeat(n int, f func(int) int) int {
	sum := 0
	for i := range n {
		sum += f(i)
	}
	return sum
}

// Pause stays inside Go for some milliseconds.
func Pause(ms int) { time.Sleep(time.Duration(ms) * time.Millisecond) }

// Asking is how many calls of Each, Apply and Do are in progress.
func Asking() int { return int(asking.Load()) }

var asking atomic.Int32

// Each calls f from n goroutines, each times, and counts errors and sums.
func Each(n, times int, f func(int) (int, error)) (sum, failed int) {
	asking.Add(1)
	defer asking.Add(-1)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for g := range n {
		wg.Go(func() {
			for i := range times {
				v, err := f(g*times + i)
				mu.Lock()
				if sum += v; err != nil {
					failed++
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return
}

// Apply calls f once.
func Apply(f func(int) int, x int) int {
	asking.Add(1)
	defer asking.Add(-1)
	return f(x)
}

// Try gives the error of f.
func Try(f func() error) error { return f() }

// TryBox gives an object beside the error of f.
func TryBox(f func() error) (*Box, error) { return &Box{1}, f() }

// Do calls f, which has nothing to give.
func Do(f func()) {
	asking.Add(1)
	defer asking.Add(-1)
	f()
}

// Recover gives what f panicked with.
func Recover(f func()) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	f()
	return
}

// Exit ends the process in the middle of f's call.
func Exit(f func() int) { os.Exit(f()) }

// Goexit ends the goroutine of the call.
func Goexit(f func()) { f(); runtime.Goexit() }

// Panic panics after f.
func Panic(f func()) { f(); panic("after f") }

// Any calls f with any value.
func Any(f func(v any) any, v any) any { return f(v) }

// Bytes calls f with bytes.
func Bytes(f func(b []byte) []byte, b []byte) []byte { return f(b) }

// Text calls f with text.
func Text(f func(s string) string, s string) string { return f(s) }

// Boxes calls f with objects, and gives the sum of those it gives back.
func Boxes(n int, f func(b *Box) *Box) int {
	sum := 0
	for i := range n {
		sum += f(&Box{i}).n
	}
	return sum
}

// Fail gives an error.
func Fail() error { return errors.New("failed") }

// Hidden gives an object whose type only Go knows.
func Hidden() any { return &struct{ n int }{1} }

// Fits refuses a first argument that is no Box, before f is read.
func Fits(b *Box, f func(int) int) int { return f(b.n) }

// Keep keeps a function.
func Keep(f func(int) (int, error)) {
	mu.Lock()
	defer mu.Unlock()
	kept = f
}

// Kept calls it, from whatever thread.
func Kept(x int) (int, error) {
	mu.Lock()
	f := kept
	mu.Unlock()
	return f(x)
}

// After asks from goroutines that go on when the call has ended; Outcome says how many were answered and refused.
func After(n int, f func(int) (int, error)) {
	for i := range n {
		after.Go(func() {
			_, err := f(i)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				refused++
			} else {
				answered++
			}
		})
	}
}

// Outcome waits for the goroutines of After.
func Outcome() (yes, no int) { after.Wait(); return answered, refused }

var (
	mu                sync.Mutex
	kept              func(int) (int, error)
	after             sync.WaitGroup
	answered, refused int
)

// Listeners are compared, as they are when one is removed.
type Listeners struct{ all []Listener }

// NewListeners makes a list.
func NewListeners() *Listeners { return &Listeners{} }

// Add adds one.
func (l *Listeners) Add(x Listener) { l.all = append(l.all, x) }

// Remove removes one; false when it is not there.
func (l *Listeners) Remove(x Listener) bool {
	for i, y := range l.all {
		if x == y {
			l.all = append(l.all[:i], l.all[i+1:]...)
			return true
		}
	}
	return false
}

// Tell tells all.
func (l *Listeners) Tell(b *Box) error {
	for _, x := range l.all {
		if err := x.Heard(b); err != nil {
			return err
		}
	}
	return nil
}

// Map is generic.
func Map[T, R any](list []T, f func(T) R) []R {
	out := make([]R, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}

// Bag holds values of any JavaScript type.
type Bag[T comparable] struct{ in map[T]int }

// NewBag makes one.
func NewBag[T comparable]() *Bag[T] { return &Bag[T]{map[T]int{}} }

// Put counts a value.
func (b *Bag[T]) Put(v T) int { b.in[v]++; return b.in[v] }

// Write writes to a writer.
func Write(w io.Writer, text string) (int, error) { return io.WriteString(w, text) }

// Set writes to a variable.
func Set(p *int) { *p++ }

// SetText writes to a variable.
func SetText(p *string) { *p += "!" }

// Echo gives a value back.
func Echo(v any) any { return v }

// Twins is a map whose keys are one number in JavaScript.
func Twins() any { return map[any]string{1: "int", int8(1): "int8"} }

// Collect runs Go's garbage collector.
func Collect() { runtime.GC() }

// NotText is text that is not UTF-8.
func NotText(f func(s string) string) string { return f("\xff") }

// Exchange writes to p, and gives what change made of a slice as long.
func Exchange(p []byte, change func(q []byte)) byte {
	q := make([]byte, len(p))
	change(q)
	copy(p, q)
	return q[len(q)-1]
}

// Closed reads and closes, where the reader can be closed.
func Closed(r io.Reader) string {
	c, ok := r.(io.Closer)
	if !ok {
		return "cannot"
	}
	if _, err := io.ReadAll(r); err != nil {
		return err.Error()
	}
	return fmt.Sprint(c.Close(), c)
}
