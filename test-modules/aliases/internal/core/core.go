// Package core declares what package aliases exports under other names.
package core

// Engine has no name outside but its alias.
type Engine struct {
	Label string
	parts []Part
}

// NewEngine makes one.
func NewEngine(label string, parts []Part) *Engine { return &Engine{label, parts} }

// Parts gives copies.
func (e *Engine) Parts() []Part { return e.parts }

// Same returns its argument.
func (e *Engine) Same(other *Engine) *Engine { return other }

// Part is a record.
type Part struct {
	Name  string
	Count int
}

// Level is a value with a method.
type Level int

func (l Level) String() string { return [...]string{"low", "high"}[l] }

// Starter is an interface.
type Starter interface{ Start() string }

// Start makes an Engine a Starter.
func (e *Engine) Start() string { return e.Label + " runs" }

// Labels is transparent.
type Labels []string

// Tally is a live map.
type Tally map[string]int

// Total adds.
func (t Tally) Total() (sum int) {
	for _, n := range t {
		sum += n
	}
	return sum
}

// Set is generic.
type Set[T comparable] struct{ items map[T]bool }

// Add adds an item.
func (s *Set[T]) Add(item T) {
	if s.items == nil {
		s.items = map[T]bool{}
	}
	s.items[item] = true
}

// Has tells whether an item is there.
func (s *Set[T]) Has(item T) bool { return s.items[item] }

// Pair is a generic record.
type Pair[A, B any] struct {
	First  A
	Second B
}

// Hook is a function type over internal types.
type Hook func(e *Engine) Level

// Nameless has no alias at all.
type Nameless struct{ Number int }

// Get reads it.
func (n *Nameless) Get() int { return n.Number }
