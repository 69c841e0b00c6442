// Package hidden shows types without a name inside of other types: what is printed for them is inferred by Go.
package hidden

import (
	"errors"
	"sort"
	"strings"
)

type node struct {
	Name string
	next *node
}

// Title is a method of an unexported type.
func (n node) Title() string { return "node " + n.Name }

// Rename is a method of the pointer.
func (n *node) Rename(name string) { n.Name = name }

// One makes a node.
func One(name string) node { return node{Name: name} }

// Chain gives a slice of pointers.
func Chain(names ...string) (all []*node) {
	for _, name := range names {
		all = append(all, &node{Name: name})
	}
	return all
}

// Titles takes a slice of pointers.
func Titles(all []*node) (titles []string) {
	for _, n := range all {
		titles = append(titles, n.Title())
	}
	return titles
}

// Copies gives a slice of values, Spread takes them one by one.
func Copies(names ...string) (all []node) {
	for _, name := range names {
		all = append(all, node{Name: name})
	}
	return all
}

// Spread is variadic in a type without a name.
func Spread(prefix string, all ...node) (titles []string) {
	for _, n := range all {
		titles = append(titles, prefix+n.Title())
	}
	return titles
}

// ByName gives a map; Names takes it.
func ByName(all ...*node) map[string]*node {
	m := map[string]*node{}
	for _, n := range all {
		m[n.Name] = n
	}
	return m
}

// Names sorts the keys of a map.
func Names(m map[string]*node) (names []string) {
	for name, n := range m {
		names = append(names, name+"="+n.Name)
	}
	sort.Strings(names)
	return names
}

// Counts has keys without a name; Count reads one.
func Counts(all ...*node) map[*node]int {
	m := map[*node]int{}
	for i, n := range all {
		m[n] = i + 1
	}
	return m
}

// Count looks a key up.
func Count(m map[*node]int, n *node) int { return m[n] }

// Two gives an array, First takes it.
func Two(a, b node) [2]node { return [2]node{a, b} }

// First takes an array.
func First(two [2]node) node { return two[0] }

// Deep nests them.
func Deep(name string) map[string][][]*node {
	return map[string][][]*node{name: {{{Name: name + "0"}}, {{Name: name + "1"}, {Name: name + "2"}}}}
}

// Flatten takes what Deep gives.
func Flatten(deep map[string][][]*node) (all []*node) {
	for _, rows := range deep {
		for _, row := range rows {
			all = append(all, row...)
		}
	}
	return all
}

// List has a name, its elements have none.
type List []*node

// NewList makes a list.
func NewList(names ...string) List { return Chain(names...) }

// Length takes a list.
func Length(l List) int { return len(l) }

// Maybe points to a slice, or to nothing.
func Maybe(names ...string) *[]*node {
	if len(names) == 0 {
		return nil
	}
	all := Chain(names...)
	return &all
}

// Size takes a pointer to a slice.
func Size(all *[]*node) int {
	if all == nil {
		return -1
	}
	return len(*all)
}

// Tree is live, with fields of types without a name.
type Tree struct {
	Root  *node
	Leafs []*node
	busy  bool
}

// LeafTitles is a method; Grow takes what has no name.
func (t *Tree) LeafTitles() []string { return Titles(t.Leafs) }

// Grow adds leafs.
func (t *Tree) Grow(leafs ...*node) *Tree {
	t.Leafs = append(t.Leafs, leafs...)
	return t
}

// Pair is a record with fields of types without a name.
type Pair struct {
	Left  *node
	Other []node
}

// Swap takes and gives records.
func Swap(p Pair) Pair { return Pair{Left: &p.Other[0], Other: []node{*p.Left}} }

// Nodes is a variable.
var Nodes []*node

// Step has a func type with a name it cannot write.
type Step = func(n *node)

// Rename makes steps, Apply takes them.
func Rename(to string) []Step { return []Step{func(n *node) { n.Name = to }} }

// Apply runs steps.
func Apply(n *node, steps ...Step) string {
	for _, s := range steps {
		s(n)
	}
	return n.Name
}

type option interface{ apply(*Tree) }

type root string

func (r root) apply(t *Tree) { t.Root = &node{Name: string(r)} }

// WithRoot makes an option, an interface that has no name and cannot be implemented elsewhere.
func WithRoot(name string) option { return root(name) }

// Plant takes options.
func Plant(options ...option) *Tree {
	t := &Tree{}
	for _, o := range options {
		o.apply(t)
	}
	return t
}

type keeper func(name string) bool

// Pick takes a func type without a name.
func Pick(names []string, keep keeper) (kept []string) {
	for _, name := range names {
		if keep(name) {
			kept = append(kept, name)
		}
	}
	return kept
}

// PickLeafs is a method that takes one.
func (t *Tree) PickLeafs(keep keeper) []string { return Pick(t.LeafTitles(), keep) }

type thunk[T any] func() T

// Force takes a generic one.
func Force[T any](f thunk[T]) T { return f() }

// choice is generic, and its methods give it again.
type choice[T comparable, R any] struct {
	of     T
	result R
	done   bool
}

// Choose begins one.
func Choose[T comparable, R any](of T) *choice[T, R] { return &choice[T, R]{of: of} }

// Case says the result for one value.
func (c *choice[T, R]) Case(value T, result R) *choice[T, R] {
	if !c.done && c.of == value {
		c.result, c.done = result, true
	}
	return c
}

// CaseF makes the result.
func (c *choice[T, R]) CaseF(value T, result func() R) *choice[T, R] { return c.Case(value, result()) }

// Default says the result for all others.
func (c *choice[T, R]) Default(result R) R {
	if c.done {
		return c.result
	}
	return result
}

type query struct{ parts []string }

// Table makes queries.
type Table struct{ Name string }

// Where begins one.
func (t *Table) Where(part string) *query { return &query{[]string{t.Name, part}} }

// And adds to it, or fails.
func (q *query) And(parts ...string) (*query, error) {
	if len(parts) == 0 {
		return nil, errors.New("and what?")
	}
	q.parts = append(q.parts, parts...)
	return q, nil
}

// Or takes another one.
func (q query) Or(other *query) query { return query{append(q.parts, other.parts...)} }

// Text prints it.
func (q *query) Text() string { return strings.Join(q.parts, " ") }

type level int

// Low and High are constants of a type without a name.
const (
	Low level = iota + 1
	High
)

// Word is a text of a type without a name; Say takes it.
const Word word = "hm"

type word string

// Int is its number.
func (l level) Int() int { return int(l) }

// Raise adds one.
func Raise(l level) level { return l + 1 }

// Say prints it.
func Say(w word) string { return string(w) }
