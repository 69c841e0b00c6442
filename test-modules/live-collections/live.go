// Package live shows named slices and maps with methods.
package live

import "sort"

// Values is a map with methods.
type Values map[string][]string

// Get gives the first value.
func (v Values) Get(key string) string {
	if len(v[key]) == 0 {
		return ""
	}
	return v[key][0]
}

// Add appends.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// NewValues makes one.
func NewValues() Values { return Values{} }

// Fill fills a copy of the map value that it got, as a decoder does.
func Fill(v any) {
	values := v.(Values)
	if values == nil {
		values = Values{}
	}
	values.Add("filled", "yes")
}

// Count takes one.
func Count(v Values) int { return len(v) }

// Path is a slice with methods.
type Path []float64

// Length sums.
func (p Path) Length() (sum float64) {
	for _, f := range p {
		sum += f
	}
	return sum
}

// Push changes the slice itself.
func (p *Path) Push(f float64) { *p = append(*p, f) }

// Sorted gives a sorted copy.
func Sorted(p Path) Path {
	q := append(Path(nil), p...)
	sort.Float64s(q)
	return q
}
