// Package bench holds the calls that `npm run bench` times; the peers make the same ones.
package bench

import "strconv"

// Noop does nothing.
func Noop() {}

// Add is the smallest call with arguments and a result.
func Add(a, b int) int { return a + b }

// Greet takes and gives text.
func Greet(name string) string { return "Hello, " + name + "!" }

// Point is a small struct that is copied.
type Point struct{ X, Y float64 }

// Mirror takes and gives a small struct.
func Mirror(p Point) Point { return Point{p.Y, p.X} }

// Row is one line of a table.
type Row struct {
	Name   string  `json:"name"`
	Count  int     `json:"count"`
	Price  float64 `json:"price"`
	City   string  `json:"city"`
	Note   string  `json:"note"`
	Active bool    `json:"active"`
}

// Raise takes and gives one row.
func Raise(r Row) Row {
	r.Price *= 1.1
	return r
}

// RaiseAll takes and gives a table.
func RaiseAll(rows []Row) []Row {
	out := make([]Row, len(rows))
	for i, row := range rows {
		out[i] = Raise(row)
	}
	return out
}

// Increase takes and gives a map.
func Increase(counts map[string]int) map[string]int {
	out := make(map[string]int, len(counts))
	for name, n := range counts {
		out[name] = n + 1
	}
	return out
}

// Echo takes and gives whatever it is.
func Echo(v any) any { return v }

// RepeatElsewhere calls a function n times from another goroutine.
func RepeatElsewhere(n int, f func(int) int) int {
	sum := make(chan int)
	go func() { sum <- Repeat(n, f) }()
	return <-sum
}

// Repeat calls a function n times.
func Repeat(n int, f func(int) int) int {
	sum := 0
	for i := range n {
		sum += f(i)
	}
	return sum
}

// Hold keeps a function.
func Hold(f func()) { held = f }

var held func()

// Counter is a live object.
type Counter struct{ n int }

// NewCounter starts at zero.
func NewCounter() *Counter { return &Counter{} }

// Add is the method that is timed.
func (c *Counter) Add(n int) int {
	c.n += n
	return c.n
}

// String makes Counter live for more than its count.
func (c *Counter) String() string { return strconv.Itoa(c.n) }
