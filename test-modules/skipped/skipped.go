// Package skipped has a symbol for every reason that a symbol is skipped for.
package skipped

import (
	"context"
	"iter"
	"unsafe"
)

func Any(v any)                   {}
func Function(f func())           {}
func Context(ctx context.Context) {}
func Generic[T any](v T) T        { return v }
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

type hidden int

// Hiddens mentions an unexported type inside of another.
func Hiddens() []hidden { return nil }

// Fine is bound all the same.
func Fine() string { return "fine" }
