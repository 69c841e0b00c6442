// Package shapes is the module that the hand-written bridge of the sample binds: one of each thing that crosses.
package shapes

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"time"
)

// Point is a record.
type Point struct {
	X, Y  float64
	Label string
	Tags  []string
}

// Counter is an object.
type Counter struct {
	Name  string
	Count int
}

func NewCounter(name string) *Counter { return &Counter{Name: name} }

func (c *Counter) Add(n int) int  { c.Count += n; return c.Count }
func (c *Counter) Self() *Counter { return c }
func (c *Counter) String() string { return c.Name + "=" + strconv.Itoa(c.Count) }

// Shape is an interface that Counter (by pointer) and Level (by value) implement.
type Shape interface{ String() string }

func Describe(s Shape) string { return "a " + s.String() }

// Pick returns a Counter for a positive n, a Level else.
func Pick(n int) Shape {
	if n > 0 {
		return &Counter{Name: "picked", Count: n}
	}
	return Level(-n)
}

// Level is a value object.
type Level int

const (
	Low  Level = 1
	High Level = 2
)

func (l Level) String() string { return "level " + strconv.Itoa(int(l)) }
func (l Level) Next() Level    { return l + 1 }

func Noop()                                      {}
func Add(a, b int) int                           { return a + b }
func Echo(s string) string                       { return s }
func EchoBytes(b []byte) []byte                  { return b }
func EchoFloats(v []float64) []float64           { return v }
func EchoPoint(p Point) Point                    { return p }
func EchoPoints(p []Point) []Point               { return p }
func EchoMap(m map[string]int) map[string]int    { return m }
func EchoTime(t time.Time) time.Time             { return t }
func EchoDuration(d time.Duration) time.Duration { return d }
func EchoBig(b *big.Int) *big.Int                { return b }
func EchoInt64(v int64) int64                    { return v }

// Div fails with ErrZero, and with a RangeError that wraps it for a negative divisor.
func Div(a, b int) (int, error) {
	switch {
	case b == 0:
		return 0, ErrZero
	case b < 0:
		return a, &RangeError{Value: b, err: ErrZero}
	}
	return a / b, nil
}

var ErrZero = errors.New("division by zero")

// RangeError is an error with a field and a cause.
type RangeError struct {
	Value int
	err   error
}

func (e *RangeError) Error() string { return fmt.Sprintf("%d is out of range", e.Value) }
func (e *RangeError) Unwrap() error { return e.err }

// Must panics with its message.
func Must(message string) { panic(message) }
