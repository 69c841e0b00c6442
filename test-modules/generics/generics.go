// Package generics is called with values of any JavaScript type.
package generics

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
)

// AnyType is a type of a package that the bridge itself needs for instances.
func AnyType() reflect.Type { return reflect.TypeFor[any]() }

// Map maps.
func Map[T, R any](list []T, f func(item T, index int) R) []R {
	out := make([]R, len(list))
	for i, v := range list {
		out[i] = f(v, i)
	}
	return out
}

// GroupBy groups by a key.
func GroupBy[T any, K comparable](list []T, key func(T) K) map[K][]T {
	out := map[K][]T{}
	for _, v := range list {
		k := key(v)
		out[k] = append(out[k], v)
	}
	return out
}

// Uniq drops what was there before; its constraint is a slice type.
func Uniq[S ~[]E, E comparable](list S) S {
	seen := map[E]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(v E) bool {
		was := seen[v]
		seen[v] = true
		return was
	})
}

// Max wants an order.
func Max[T cmp.Ordered](first T, more ...T) T { return max(first, slices.Max(append(more, first))) }

// Keys gives the keys of a map.
func Keys[K comparable, V any](m map[K]V) int { return len(m) }

// Zero gives the zero value.
func Zero[T any](T) (zero T, ok bool) { return }

// Any gives its value as any value, List as one of several.
func Any[T any](v T) any { return v }

// List gives them in a slice of any values.
func List[T any](v ...T) (list []any) {
	for _, one := range v {
		list = append(list, one)
	}
	return list
}

// First gives the first, or an error.
func First[T any](list []T) (v T, err error) {
	if len(list) == 0 {
		return v, errors.New("empty")
	}
	return list[0], nil
}

// Cache is a generic type.
type Cache[K comparable, V any] struct {
	m map[K]V
	// Evicted is called with what leaves.
	Evicted func(key K, value V)
}

// NewCache makes one.
func NewCache[K comparable, V any]() *Cache[K, V] { return &Cache[K, V]{m: map[K]V{}} }

// Add adds a pair.
func (c *Cache[K, V]) Add(k K, v V) { c.m[k] = v }

// Get gives a value.
func (c *Cache[K, V]) Get(k K) (V, bool) { v, ok := c.m[k]; return v, ok }

// Remove removes a pair.
func (c *Cache[K, V]) Remove(k K) {
	if v, ok := c.m[k]; ok && c.Evicted != nil {
		c.Evicted(k, v)
	}
	delete(c.m, k)
}

// Len is how many there are.
func (c *Cache[K, V]) Len() int { return len(c.m) }

// Stack is a generic slice type with methods.
type Stack[T any] []T

// Push pushes.
func (s *Stack[T]) Push(v T) { *s = append(*s, v) }

// Pop pops.
func (s *Stack[T]) Pop() T {
	v := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v
}

// Pair is a generic record.
type Pair[A, B any] struct {
	A A
	B B
}

// Swap swaps.
func Swap[A, B any](p Pair[A, B]) Pair[B, A] { return Pair[B, A]{p.B, p.A} }

// Counts is an instance that the API names.
func Counts() *Cache[string, int] {
	c := NewCache[string, int]()
	c.Add("a", 1)
	return c
}

// Pairs gives two instances of a record.
func Pairs() (Pair[string, int], Pair[int, string]) {
	return Pair[string, int]{"a", 1}, Pair[int, string]{2, "b"}
}

// Box has instances whose arguments read alike.
type Box[A, B any] struct {
	a A
	b B
}

// Get gives both.
func (x *Box[A, B]) Get() (A, B) { return x.a, x.b }

// Boxes gives some whose names would be the same.
func Boxes() (*Box[int, []string], *Box[int, *string]) {
	return &Box[int, []string]{1, []string{"a"}}, &Box[int, *string]{2, nil}
}

// Halves gives two that are for any value in one place.
func Halves[T any](v T) (*Box[error, T], *Box[T, error]) {
	return &Box[error, T]{nil, v}, &Box[T, error]{v, errors.New("half")}
}

// Compact drops zero values.
func Compact[T comparable, S ~[]T](list S) S {
	var zero T
	return slices.DeleteFunc(slices.Clone(list), func(v T) bool { return v == zero })
}

// IsZero compares with the zero value.
func IsZero[T comparable](v T) bool {
	var zero T
	return v == zero
}

// Last gives the last, or the zero value; it is also told how many there are.
func Last[T any](count func(int), lists ...map[string][]T) (last T) {
	for _, m := range lists {
		for _, list := range m {
			count(len(list))
			for _, v := range list {
				last = v
			}
		}
	}
	return last
}

// Foldable is implemented by types of this package, with other type arguments each.
type Foldable[L, R any] interface {
	left() L
	right() R
	isLeft() bool
}

// Fold asks which side it is. Go infers L and R from what it is given.
func Fold[L, R, T any](f Foldable[L, R], onLeft func(L) T, onRight func(R) T) T {
	if f.isLeft() {
		return onLeft(f.left())
	}
	return onRight(f.right())
}

// Either is one of two values.
type Either[L, R any] struct {
	l  L
	r  R
	is bool
}

func (e Either[L, R]) left() L      { return e.l }
func (e Either[L, R]) right() R     { return e.r }
func (e Either[L, R]) isLeft() bool { return e.is }

// Left makes the one, Right the other.
func Left[L, R any](v L) Either[L, R] { return Either[L, R]{l: v, is: true} }

// Right makes the other.
func Right[L, R any](v R) Either[L, R] { return Either[L, R]{r: v} }

// Outcome is an error or a value.
type Outcome[T any] struct {
	value T
	err   error
}

func (o Outcome[T]) left() error  { return o.err }
func (o Outcome[T]) right() T     { return o.value }
func (o Outcome[T]) isLeft() bool { return o.err != nil }

// Try makes an outcome.
func Try[T any](f func() (T, error)) Outcome[T] {
	v, err := f()
	return Outcome[T]{v, err}
}

// Predicate is a generic func type with a method.
type Predicate[T any] func(v T) bool

// Not turns it around.
func (p Predicate[T]) Not() Predicate[T] { return func(v T) bool { return !p(v) } }

// Filter keeps what a predicate likes.
func Filter[T any](list Items[T], keep Predicate[T]) Items[T] {
	var kept Items[T]
	for _, v := range list {
		if keep(v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// Items is a generic type without methods.
type Items[T any] []T

// Visitor is a generic interface that JavaScript may implement.
type Visitor[T any] interface {
	Visit(v T, rest Items[T]) (T, bool)
}

// Walk shows each item to a visitor.
func Walk[T any](list []T, visitor Visitor[T]) (seen []T) {
	for i, v := range list {
		if v, ok := visitor.Visit(v, list[i+1:]); ok {
			seen = append(seen, v)
		}
	}
	return seen
}

// Tree is a generic type that refers to itself, and to others.
type Tree[K cmp.Ordered, V any] struct {
	Left, Right *Tree[K, V]
	Key         K
	Pairs       []Pair[K, *V]
	order       func(a, b K) int
}

// Leaf makes one.
func Leaf[K cmp.Ordered, V any](key K, values ...V) *Tree[K, V] {
	t := &Tree[K, V]{Key: key, order: cmp.Compare[K]}
	for _, v := range values {
		t.Pairs = append(t.Pairs, Pair[K, *V]{key, &v})
	}
	return t
}

// Put makes a tree of two.
func (t *Tree[K, V]) Put(other *Tree[K, V]) *Tree[K, V] {
	if t.order(other.Key, t.Key) < 0 {
		t.Left = other
	} else {
		t.Right = other
	}
	return t
}

// Values are those of the whole tree.
func (t *Tree[K, V]) Values() (all []V) {
	if t == nil {
		return nil
	}
	all = t.Left.Values()
	for _, p := range t.Pairs {
		all = append(all, *p.B)
	}
	return append(all, t.Right.Values()...)
}

// Arc is a record of values of any type.
type Arc[T any] struct{ Source, Target T }

// Network is a generic interface that mentions itself, and a record, both ways.
type Network[K comparable, T any] interface {
	Put(key K, value T)
	Get(key K) (T, error)
	Near() (map[K]map[K]Arc[K], error)
	Join(other Network[K, T]) error
}

type network[K comparable, T any] map[K]T

func (n network[K, T]) Put(key K, value T) { n[key] = value }

func (n network[K, T]) Get(key K) (T, error) {
	if v, ok := n[key]; ok {
		return v, nil
	}
	var none T
	return none, errors.New("no such key")
}

func (n network[K, T]) Near() (map[K]map[K]Arc[K], error) {
	near := map[K]map[K]Arc[K]{}
	for key := range n {
		near[key] = map[K]Arc[K]{key: {key, key}}
	}
	return near, nil
}

func (n network[K, T]) Join(other Network[K, T]) error {
	near, err := other.Near()
	for key := range near {
		if n[key], err = other.Get(key); err != nil {
			break
		}
	}
	return err
}

// NewNetwork makes one; hash is only there to infer from.
func NewNetwork[K comparable, T any](hash func(T) K) Network[K, T] { return network[K, T]{} }

// Reachable are the keys of a network that are not the start.
func Reachable[K comparable, T any](n Network[K, T], start K, visit func(key K) bool) ([]K, error) {
	var keys []K
	near, err := n.Near()
	for key := range near {
		if key != start && visit(key) {
			keys = append(keys, key)
		}
	}
	return keys, err
}

// Sorted is a list in order.
type Sorted[T cmp.Ordered] struct{ list []T }

// NewSorted takes no argument that could tell its instances apart.
func NewSorted[T cmp.Ordered]() *Sorted[T] { return &Sorted[T]{} }

// Add puts an item where it belongs.
func (s *Sorted[T]) Add(item T) []T {
	at, _ := slices.BinarySearch(s.list, item)
	s.list = slices.Insert(s.list, at, item)
	return s.list
}
