// Package original has what the Python usegolib could cross with, level by level, as its own documentation lists it.
package original

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Level 1.

func Bool(b bool) bool           { return !b }
func Int64(n int64) int64        { return n }
func Uint8(n uint8) uint8        { return n }
func Float64(x float64) float64  { return x }
func Text(s string) string       { return s }
func Bytes(b []byte) []byte      { return b }
func Floats(x []float64) float64 { return sum(x) }
func Texts(s []string) []string  { return s }
func Nothing()                   {}
func NilTexts() []string         { return nil }

func sum[T int64 | float64](list []T) (total T) {
	for _, x := range list {
		total += x
	}
	return total
}

// Level 2.

func Counts(words []string) map[string]int64 {
	counts := map[string]int64{}
	for _, word := range words {
		counts[word]++
	}
	return counts
}

func Lists(m map[string][]string) map[string][]string { return m }

// Level 3.

type Base struct {
	ID int64 `json:"id"`
}

type Item struct {
	Base
	Name   string `json:"json_name" msgpack:"name"`
	Note   string `json:"note,omitempty"`
	Secret string `json:"-"`
	Next   *Base  `json:"next,omitempty"`
	Tags   []string
}

func Rename(item Item, name string) Item { item.Name = name; return item }
func Items(n int) []Item                 { return make([]Item, n) }
func ByName(items []*Item) map[string]*Item {
	all := map[string]*Item{}
	for _, item := range items {
		all[item.Name] = item
	}
	return all
}
func NoItem() *Item { return nil }

// Values of any type, rest arguments, well-known types, several results.

func Any(v any) any                                { return v }
func Anys(v []any) []any                           { return v }
func Objects(v []map[string]any) []map[string]any  { return v }
func Join(sep string, words ...string) string      { return strings.Join(words, sep) }
func Later(t time.Time, d time.Duration) time.Time { return t.Add(d) }
func Divide(a, b int) (quotient, rest int)         { return a / b, a % b }
func Half(n int) (int, error) {
	if n%2 != 0 {
		return 0, errOdd
	}
	return n / 2, nil
}
func Check(ok bool) error {
	if ok {
		return nil
	}
	return fmt.Errorf("check: %w", errOdd)
}
func Crash() { panic("crash") }

var errOdd = errors.New("odd")

// UUID is text outside, as uuid.UUID.
type UUID [16]byte

func (u UUID) String() string               { return fmt.Sprintf("%x", u[:]) }
func (u UUID) MarshalText() ([]byte, error) { return []byte(u.String()), nil }
func (u *UUID) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%32x", (*[16]byte)(u))
	if err != nil {
		var s []byte
		if _, err = fmt.Sscanf(string(b), "%x", &s); err == nil {
			copy(u[:], s)
		}
	}
	return err
}
func Same(u UUID) UUID { return u }

// Objects.

// Counter counts.
type Counter struct {
	n    int64
	Step int64
}

// Add counts on, and gives the sum.
func (c *Counter) Add(times int64) int64 { c.n += times * c.Step; return c.n }

// Start gives a Counter of which JavaScript sees nothing but its methods.
func Start() *Counter           { return &Counter{Step: 1} }
func Two() (*Counter, []string) { return Start(), []string{"two"} }
func NoCounter() *Counter       { return nil }
func Total(counters []*Counter) (n int64) {
	for _, c := range counters {
		n += c.n
	}
	return n
}

// Shared is a variable of the package.
var Shared = &Counter{Step: 10}

type query struct{ parts []string }

// Where is fluent: its type cannot be named outside.
func Where(part string) *query          { return &query{[]string{part}} }
func (q *query) And(part string) *query { q.parts = append(q.parts, part); return q }
func (q *query) Text() string           { return strings.Join(q.parts, " and ") }

// Generic code.

func Max[T int32 | int64 | float64](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func First[T any](list []T) (first T) {
	if len(list) > 0 {
		first = list[0]
	}
	return first
}
