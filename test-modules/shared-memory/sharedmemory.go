// Package sharedmemory has slices that one side passes for the other to write to.
package sharedmemory

import (
	"encoding/binary"
	"errors"
	"io"
	"unsafe"
)

// Fill lets fill write to n bytes.
func Fill(n int, fill func(p []byte)) []byte {
	p := make([]byte, n)
	fill(p)
	return p
}

// Gradient lets grad write the gradient at x, as gonum's optimize does.
func Gradient(grad func(grad, x []float64), x []float64) []float64 {
	dst := make([]float64, len(x))
	grad(dst, x)
	return append(dst, x...)
}

// Row is a slice type of its own.
type Row []int32

// A Source fills rows.
type Source interface {
	Next(dst Row, n int) (bool, error)
}

// Rows asks a source until it has no more.
func Rows(s Source, width int) ([][]int32, error) {
	var rows [][]int32
	for {
		row := make(Row, width)
		more, err := s.Next(row, len(rows))
		if err != nil || !more {
			return rows, err
		}
		rows = append(rows, row)
	}
}

// Counter is memory of Go that a method changes.
type Counter struct{ counts []float64 }

// NewCounter makes one of n counts.
func NewCounter(n int) *Counter { return &Counter{make([]float64, n)} }

// Add counts.
func (c *Counter) Add(i int) { c.counts[i]++ }

// Visit shows the counts.
func (c *Counter) Visit(f func(counts []float64)) []float64 {
	f(c.counts)
	return c.counts
}

// ReadOnly shows memory that cannot be written.
func ReadOnly(f func(p []byte)) {
	const text = "constant"
	f(unsafe.Slice(unsafe.StringData(text), len(text)))
}

// PutUvarint writes to buf.
func PutUvarint(buf []byte, x uint64) int { return binary.PutUvarint(buf, x) }

// Scale multiplies what x holds.
func Scale(x []float64, by float64) {
	for i := range x {
		x[i] *= by
	}
}

// Negate does so for whatever it takes.
func Negate(v any) error {
	switch v := v.(type) {
	case []byte:
		for i := range v {
			v[i] = -v[i]
		}
	case []int32:
		for i := range v {
			v[i] = -v[i]
		}
	default:
		return errors.New("no slice")
	}
	return nil
}

// Partly writes to p, then fails.
func Partly(p []byte) (int, error) { return copy(p, "part"), io.ErrUnexpectedEOF }

// Panics writes to p, then panics.
func Panics(p []byte) {
	copy(p, "part")
	panic("after writing")
}

// During calls f between two writes.
func During(p []byte, f func()) {
	p[0] = 1
	f()
	p[1] = 2
}

var kept []byte

// Keep keeps p; Later writes to it.
func Keep(p []byte) { kept = p }

// Later writes to what was kept.
func Later() { copy(kept, "later") }

// Chunk is a record with a slice.
type Chunk struct {
	Data  []byte
	Count int
}

// Clear clears the slice of a record.
func Clear(c Chunk) int {
	clear(c.Data)
	return len(c.Data)
}

// Twice takes a slice from JavaScript's function.
func Twice(f func() []byte) int { return 2 * len(f()) }
