// Package interfaces shows Go objects as interface values, both ways.
package interfaces

import (
	"io"
	"strings"
)

// Shape is an interface of the package.
type Shape interface {
	Area() float64
	Name() string
}

// Square implements it by value, Circle by pointer.
type Square struct{ Side float64 }

func (s Square) Area() float64 { return s.Side * s.Side }
func (s Square) Name() string  { return "square" }

// Circle implements Shape by pointer.
type Circle struct{ R float64 }

func (c *Circle) Area() float64 { return 3 * c.R * c.R }
func (c *Circle) Name() string  { return "circle" }

// Dot implements Shape as a value object.
type Dot float64

func (d Dot) Area() float64 { return 0 }
func (d Dot) Name() string  { return "dot" }

type secret struct{}

func (secret) Area() float64 { return 1 }
func (secret) Name() string  { return "secret" }

// NewShape gives shapes of four dynamic types, one of them unexported, or nil.
func NewShape(kind string) Shape {
	switch kind {
	case "square":
		return Square{2}
	case "circle":
		return &Circle{1}
	case "dot":
		return Dot(1)
	case "secret":
		return secret{}
	}
	return nil
}

// Area takes whatever implements Shape.
func Area(s Shape) float64 { return s.Area() }

// Reader gives an io.Reader, Drain takes one.
func Reader(text string) io.Reader { return strings.NewReader(text) }

// Drain reads all.
func Drain(r io.Reader) (string, error) {
	b, err := io.ReadAll(r)
	return string(b), err
}
