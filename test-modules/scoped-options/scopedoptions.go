// Package scopedoptions has integers and text wherever an option may have a word for them.
package scopedoptions

import (
	"cmp"
	"io/fs"
	"time"
)

// Size is a named integer, Amount one with a method.
type (
	Size   int64
	Amount int64
)

// Double is a method of a value object.
func (a Amount) Double() Amount { return 2 * a }

// Row is copied.
type Row struct {
	ID   int64
	Rev  uint64
	Size Size
	By   map[int64]*int64
	Name string
	Tags []string
}

// File is live.
type File struct {
	Rev    int64
	Title  string
	Note   string
	hidden int
}

// Len is what Sized asks for.
func (f *File) Len() int64 { return f.Rev }

// Name is text.
func (f *File) Name() string { return f.Title }

// Sized is implemented by File, and by JavaScript.
type Sized interface{ Len() int64 }

// Handler is a func type with a name.
type Handler func(n int64) int64

// Most is a typed constant, Limit a variable.
const Most int64 = 1 << 40

// Limit is a variable.
var Limit int64 = 9

// Total and Count differ by what is said of them.
func Total(all ...int64) (sum int64) {
	for _, n := range all {
		sum += n
	}
	return sum
}

// Count is one of several results.
func Count(n uint64) (uint64, []Size, map[int64]int64) {
	return n, []Size{Size(n)}, map[int64]int64{int64(n): int64(n)}
}

// Echo takes and gives a record.
func Echo(r Row) Row { return r }

// Open makes a File.
func Open(rev int64, title []byte) *File {
	return &File{Rev: rev, Title: string(title), Note: string(title)}
}

// AsSized gives a File as what it implements.
func AsSized(f *File) Sized { return f }

// LenOf calls what may be JavaScript's.
func LenOf(s Sized) int64 { return s.Len() }

// Any gives an integer that no declaration writes.
func Any() any { return int64(7) }

// Each has a func type without a name, EachNamed one with.
func Each(n int64, f func(n int64) int64) int64 { return f(n) }

// EachNamed is the same.
func EachNamed(n int64, f Handler) int64 { return f(n) }

// Twice gives a Go function.
func Twice() func(n int64) int64 { return func(n int64) int64 { return 2 * n } }

// Max has instances.
func Max[T cmp.Ordered](a, b T) T { return max(a, b) }

// Same has instances for primitive values.
func Same[T comparable](v T) T { return v }

// Text gives what the bytes say.
func Text(b []byte) string { return string(b) }

// Texts gives text inside of other values.
func Texts(b []byte) map[string][]string { return map[string][]string{string(b): {string(b), "ok"}} }

// Info gives an interface of the standard library, with a type of this package in it.
func Info(n int64) fs.FileInfo { return info{n} }

type info struct{ n int64 }

func (i info) Name() string       { return "info" }
func (i info) Size() int64        { return i.n }
func (i info) Mode() fs.FileMode  { return 0 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }
