// Package skipped has a symbol for every reason that a symbol is skipped for.
package skipped

import (
	"context"
	"iter"
	"net/url"
	"unsafe"
)

func Function(f func(chan int))   {}
func Context(ctx context.Context) {}
func Generic[T ~int8](v T) T      { return v }
func Channel() chan int           { return nil }
func Iterator() iter.Seq[int]     { return nil }
func Unsafe(p unsafe.Pointer)     {}
func PointerPointer(p **int)      {}

// List contains itself.
type List []List

// Box is generic.
type Box[T any] struct{ V T }

// Number constrains.
type Number interface{ ~int | ~float64 }

// Unexported gives a type that cannot be written down and has no methods to call.
func Unexported() struct{ n int } { return struct{ n int }{} }

// MapKey has keys that JavaScript cannot hold.
func MapKey() map[chan int]int { return nil }

// Foreign gives a class of a package that is not bound: a member of it mentions another one.
func Foreign() *url.URL { return nil }

// Fine is bound all the same.
func Fine() string { return "fine" }

// Clonable wants the type itself.
type Clonable[T any] interface{ Clone() T }

// Repeat has a type parameter that its own constraint mentions.
func Repeat[T Clonable[T]](n int, v T) (all []T) {
	for range n {
		all = append(all, v.Clone())
	}
	return all
}

// Letters is skipped for what it gives, not for its type parameter.
func Letters[T ~string](text T) iter.Seq[T] {
	return func(yield func(T) bool) {}
}

// Kept takes an iterator of any name.
func Kept[I ~func(func(T) bool), T any](all I) {}
