// Package anyvalues takes and gives values of any type.
package anyvalues

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"time"
)

// Echo gives back what it got.
func Echo(v any) any { return v }

// Type says what Go got.
func Type(v any) string { return fmt.Sprintf("%T", v) }

// Print prints its arguments as Go does.
func Print(args ...any) string { return fmt.Sprint(args...) }

// Value is an empty interface with a name.
type Value interface{}

// Named takes and gives a named empty interface.
func Named(v Value) Value { return v }

// IDs is a slice with a name.
type IDs []int

// Point is a record.
type Point struct {
	X, Y float64
	Tags []string `json:"tags"`
}

// Color has methods: a value object.
type Color int

func (c Color) String() string { return "color " + fmt.Sprint(int(c)) }

// Counter has methods: live.
type Counter struct{ N int }

func (c *Counter) Add(n int) int { c.N += n; return c.N }

// NewCounter gives an object.
func NewCounter() *Counter { return &Counter{} }

// Of gives a value of the Go type that kind names.
func Of(kind string) any {
	switch kind {
	case "int8":
		return int8(-5)
	case "int64":
		return int64(1) << 60
	case "uint64":
		return uint64(1) << 63
	case "big":
		return new(big.Int).Lsh(big.NewInt(1), 100)
	case "big values": // as CBOR decoders give them
		return []any{*new(big.Int).Lsh(big.NewInt(1), 100), *big.NewRat(1, 3), *big.NewFloat(1.5)}
	case "bytes":
		return []byte{1, 2}
	case "floats":
		return []float64{1.5, 2}
	case "ints":
		return []int{1, 2}
	case "ids":
		return IDs{3, 4}
	case "point":
		return Point{1, 2, nil}
	case "pointer":
		return &Point{3, 4, []string{"a"}}
	case "nilpointer":
		return (*Point)(nil)
	case "color":
		return Color(3)
	case "counter":
		return &Counter{7}
	case "copy":
		return Counter{8}
	case "error":
		return errors.New("failed")
	case "time":
		return time.Date(2026, 11, 21, 12, 0, 0, 5, time.UTC)
	case "time pointers":
		t := time.Date(2026, 11, 21, 12, 0, 0, 5, time.UTC)
		return []any{&t, (*time.Time)(nil)}
	case "duration":
		return 1500 * time.Millisecond
	case "map":
		return map[int]string{1: "one"}
	case "tree":
		return map[string]any{"a": []any{1, "x", nil, true}, "b": map[string]any{}}
	case "struct":
		return struct {
			A int    `json:"a"`
			B string `json:"-"`
			C *int
		}{A: 1}
	case "func":
		return func() {}
	case "array of a map":
		return [1]map[string]int{{"a": 1}}
	case "complex":
		return complex(1, 2)
	case "loop":
		loop := map[string]any{}
		loop["self"] = loop
		return loop
	case "number":
		return json.Number("1e400")
	case "raw":
		return map[string]any{
			"one": json.RawMessage(`{"b":[1,2.5,null]}`), "none": json.RawMessage(nil), "list": []json.RawMessage{[]byte(`"ü"`)},
		}
	case "text":
		return new(string)
	}
	return nil
}

// Call calls what Of("func") gave.
func Call(f any) bool { f.(func())(); return true }

// List takes and gives a slice of any values.
func List(v []any) []any { return v }

// Record has a field of any type.
type Record struct {
	Data any            `json:"data"`
	More map[string]any `json:"more"`
}

// EchoRecord gives it back.
func EchoRecord(r Record) Record { return r }
