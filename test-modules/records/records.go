// Package records shows structs that are copied.
package records

// Point is the smallest record.
type Point struct{ X, Y int }

// Base is embedded: its fields flatten.
type Base struct {
	ID int64 `json:"id"`
}

// Person has tags, a nested record, pointers and a field that cannot cross.
type Person struct {
	Base
	Name   string            `json:"name"`
	Age    *int              `json:"age,omitempty"`
	Home   *Point            `msgpack:"home" json:"address"`
	Tags   []string          `json:"tags"`
	Meta   map[string]string `json:"meta"`
	Secret string            `json:"-"`
	Visit  func(chan int)
	Proto  string `json:"__proto__"`
}

func Echo(p Person) Person      { return p }
func EchoPtr(p *Point) *Point   { return p }
func Many(ps []Person) []Person { return ps }
func Mirror(p Point) Point      { return Point{p.Y, p.X} }

// Grow writes through its pointer.
func Grow(p *Point) { p.X, p.Y = p.X*2, p.Y*2 }

// Sum gives one number for a record, to measure with.
func Sum(p Point) int { return p.X + p.Y }

// Anonymous takes a struct without a name.
func Anonymous(v struct{ A, B string }) string { return v.A + v.B }
