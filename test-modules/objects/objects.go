// Package objects shows live objects: identity, methods, promoted methods, accessors, literals, views.
package objects

import "fmt"

// Inner is a nested struct with a method.
type Inner struct {
	N int
}

// Double changes the receiver.
func (i *Inner) Double() { i.N *= 2 }

// Options is an object because it has an unexported field.
type Options struct {
	Name    string
	Limit   int
	Inner   Inner
	Next    *Options
	private int
}

// Describe has a value receiver.
func (o Options) Describe() string { return fmt.Sprintf("%s/%d/%d", o.Name, o.Limit, o.Inner.N) }

// Counter embeds: Double is promoted.
type Counter struct {
	Inner
	total int
}

// NewCounter makes a counter.
func NewCounter(start int) *Counter { return &Counter{total: start} }

// Add adds and gives the new total.
func (c *Counter) Add(n int) int { c.total += n; return c.total }

// Self gives the same pointer.
func (c *Counter) Self() *Counter { return c }

// Copy gives a copy by value.
func (c *Counter) Copy() Counter { return *c }

// Total reads a counter that came by value.
func Total(c Counter) int { return c.total }

// Same compares pointers.
func Same(a, b *Counter) bool { return a == b }

// Configure takes a literal.
func Configure(o *Options) string { return o.Describe() }

// ConfigureValue takes a literal by value.
func ConfigureValue(o Options) string { return o.Describe() }

// None gives a nil pointer.
func None() *Counter { return nil }

// Counters gives several.
func Counters(n int) []*Counter {
	cs := make([]*Counter, n)
	for i := range cs {
		cs[i] = NewCounter(i)
	}
	return cs
}

// Default is a package variable that holds an object.
var Default = Options{Name: "default", Limit: 3}
