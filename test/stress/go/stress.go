// Package stress has what threads and objects are tried on.
package stress

import "time"

// Add adds.
func Add(a, b int) int { return a + b }

// Sleep stays inside Go for some milliseconds.
func Sleep(ms int) int {
	time.Sleep(time.Duration(ms) * time.Millisecond)
	return ms
}

// Counter is a live object.
type Counter struct{ total int }

// NewCounter makes a counter.
func NewCounter(start int) *Counter { return &Counter{start} }

// Add adds and gives the new total.
func (c *Counter) Add(n int) int { c.total += n; return c.total }

// Self gives the same pointer: one object in JavaScript, one more count in Go.
func (c *Counter) Self() *Counter { return c }

// Total reads a counter.
func Total(c *Counter) int { return c.total }

// Point is copied.
type Point struct{ X, Y int }

// Sum reads a record, whose getters may call Sum while it is read.
func Sum(p Point) int { return p.X + p.Y }

// Fail gives an error, which is a live object too.
func Fail(code int) error { return &CodeError{code} }

// CodeError is an error with a field.
type CodeError struct{ Code int }

func (e *CodeError) Error() string { return "failed" }
