package hidden

import (
	"cmp"

	"usegolib.test/modules/hidden-types/internal/stock"
)

type titled interface{ Title() string }

// Labelled wants methods of its type argument, Ranked an order, Listed a slice: a type parameter in the place of a type
// without a name does not satisfy that.
type (
	Labelled[T titled]    struct{ Of T }
	Ranked[T cmp.Ordered] struct{ by T }
	Listed[S ~[]E, E any] struct{ all S }
	Series[T titled]      []T
	Announce[T titled]    func(v T) string
)

// Text prints it.
func (l *Labelled[T]) Text() string { return l.Of.Title() }

// Self mentions the instance.
func (l *Labelled[T]) Self() *Labelled[T] { return l }

// Label takes any value with the methods of an interface that has no name.
func Label[T titled](v T) *Labelled[T] { return &Labelled[T]{v} }

// Sum takes any values with the methods of an internal one.
func Sum[T stock.Counted](all ...T) (sum int) {
	for _, v := range all {
		sum += v.Count()
	}
	return sum
}

// LabelNode makes an instance for a type without a name, ReadLabel takes it.
func LabelNode(name string) *Labelled[node] { return Label(node{Name: name}) }

// ReadLabel takes a pointer.
func ReadLabel(l *Labelled[node]) string { return l.Text() }

// LabelMap gives values in a map.
func LabelMap(name string) map[string]Labelled[node] {
	return map[string]Labelled[node]{name: *LabelNode(name)}
}

// ReadLabels takes them.
func ReadLabels(m map[string]Labelled[node], name string) string { return m[name].Of.Title() }

// Rank makes one that wants an order, and one that wants a slice; Ranks takes both.
func Rank(n int) (Ranked[stock.Grade], *Listed[[]node, node]) {
	return Ranked[stock.Grade]{stock.Grade(n)}, &Listed[[]node, node]{make([]node, n)}
}

// Ranks takes both.
func Ranks(r Ranked[stock.Grade], l *Listed[[]node, node]) bool { return int(r.by) == len(l.all) }

// Announcer makes a slice and a function, Announced takes them.
func Announcer(names ...string) (Series[node], Announce[node]) {
	return Copies(names...), func(n node) string { return "the " + n.Title() }
}

// Announced calls the function with the first.
func Announced(all Series[node], say Announce[node]) string { return say(all[0]) }

// Longest would need an instance for a slice of a type without a name.
func Longest[S ~[]node](all S) int { return len(all) }

// Joiner is implemented with a type argument that has no name.
type Joiner[T any] interface{ Join(a, b T) T }

// NodeJoiner joins.
type NodeJoiner struct{}

// Join joins names.
func (NodeJoiner) Join(a, b node) node { return node{Name: a.Name + b.Name} }

// JoinAll takes a joiner of any values.
func JoinAll[T any](j Joiner[T], all ...T) (joined T) {
	for _, v := range all {
		joined = j.Join(joined, v)
	}
	return joined
}
