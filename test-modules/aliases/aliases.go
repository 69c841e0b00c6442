// Package aliases shows types that cannot be named where they are declared: each goes by the alias that exports it.
package aliases

import (
	"strings"
	"time"

	"usegolib.test/modules/aliases/internal/core"
)

type (
	// Motor, an older name, comes after Engine, which is the type's own.
	Engine = core.Engine
	Motor  = core.Engine
	// Item renames a record, Grade a value, Names a slice, Count a map, Runner an interface, OnStart a function.
	Item    = core.Part
	Grade   = core.Level
	Names   = core.Labels
	Count   = core.Tally
	Runner  = core.Starter
	OnStart = core.Hook
	// Chain is an alias of an alias.
	Chain = Item
	// Text is an alias of a type that has a name of its own.
	Text = strings.Builder
	// Moment is an alias of a type with a form of its own.
	Moment = time.Time
	// Strings and Entry name instances of generic types.
	Strings = core.Set[string]
	Entry   = core.Pair[string, Item]
	// Pairs is a generic alias.
	Pairs[T any] = []core.Pair[string, T]
	// Local names an instance of a type of this package.
	Local = Box[Grade]
	// Shown names a type that is not exported.
	Shown = shown
)

type shown struct{ secret int }

// Secret reads it.
func (s *shown) Secret() int { return s.secret }

// Box is generic.
type Box[T any] struct{ value T }

// Value reads it.
func (b Box[T]) Value() T { return b.value }

// New makes an engine.
func New(label string, parts ...core.Part) *core.Engine { return core.NewEngine(label, parts) }

// Inspect takes one by value and gives another type by its own name.
func Inspect(e core.Engine) core.Part { return core.Part{Name: e.Label, Count: len(e.Parts())} }

// Raise takes a value.
func Raise(l core.Level) Grade { return l + 1 }

// Start takes an interface.
func Start(s core.Starter) string { return s.Start() }

// Join takes a slice without methods.
func Join(l core.Labels) string { return strings.Join(l, " ") }

// Sum takes a map with methods.
func Sum(c core.Tally) int { return c.Total() }

// Watch makes an opaque function; Notify takes it.
func Watch(grade Grade) OnStart { return func(*core.Engine) core.Level { return grade } }

// Notify calls it.
func Notify(e *Engine, hook core.Hook) Grade { return hook(e) }

// Letters makes a set.
func Letters(text string) *core.Set[string] {
	s := &Strings{}
	for _, r := range text {
		s.Add(string(r))
	}
	return s
}

// Label makes an entry.
func Label(name string, item Item) core.Pair[string, core.Part] { return Entry{name, item} }

// Last gives the last of a generic alias's instance.
func Last(pairs Pairs[Item]) Entry { return pairs[len(pairs)-1] }

// Boxed puts a grade into a box.
func Boxed(g Grade) Box[core.Level] { return Local{g} }

// Show makes a value of an unexported type.
func Show(n int) *shown { return &shown{n} }

// Write gives a type of another package.
func Write(text string) *Text {
	b := new(Text)
	b.WriteString(text)
	return b
}

// Year reads a time.
func Year(m Moment) int { return m.Year() }

// Bare gives an internal type that has no name anywhere.
func Bare(n int) *core.Nameless { return &core.Nameless{Number: n} }
