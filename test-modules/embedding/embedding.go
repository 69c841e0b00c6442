// Package embedding shows which names of embedded structs a struct has: those that a Go selector reaches.
package embedding

// Base is embedded by value.
type Base struct {
	ID    int
	Title string
	Both  string
	Over  string
	note  string
}

// Extra is embedded by pointer, and shares names with Base.
type Extra struct {
	Size int
	Both string
	Name string
	*Extra
}

// Page has fields of its own, of Base and of Extra. Both is in both at one depth: no selector reaches it. Over is its own.
// Name is a method of its own, which hides the field.
type Page struct {
	Base
	*Extra
	Over int
	seal bool
}

// Name hides the field of Extra.
func (p *Page) Name() string { return "page " + p.Title }

// Keep lets Base and Extra hold what nothing else reads.
func (p *Page) Keep() (note string, sealed bool) { return p.note, p.seal }

type plain struct {
	X, Y int
}

// Point embeds a struct that is not exported: its fields are.
type Point struct {
	plain
	Z int
}

// Sum adds the fields up.
func Sum(p Point) int { return p.X + p.Y + p.Z }

// Outer embeds Inner, which embeds Base: names of different depths.
type Outer struct {
	Inner
	Title int
}

// Inner is embedded.
type Inner struct {
	Base
	ID string
}
