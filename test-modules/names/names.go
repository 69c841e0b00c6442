// Package names has every name that means something else in JavaScript or TypeScript.
package names

import (
	"time"

	"usegolib.test/modules/names/delete"
	left "usegolib.test/modules/names/left"
	right "usegolib.test/modules/names/right"
)

// Reserved has parameters and results called like words of JavaScript.
func Reserved(new, class, this int, arguments ...string) (function int, typeof string) {
	if len(arguments) > 0 {
		typeof = arguments[0]
	}
	return new + class + this, typeof
}

// Blank has a parameter without a name beside one that is called like its replacement.
func Blank(_ int, arg0 int) int { return arg0 }

// class is called like a word, and unexported.
type class struct{ n int }

// Number reads it.
func (c *class) Number() int { return c.n }

// Hidden gives a value of an unexported type.
func Hidden() *class { return &class{7} }

// Keys are those that JavaScript gives a meaning.
type Keys struct {
	Then        string `json:"then"`
	Proto       string `json:"__proto__"`
	ToJSON      string `json:"toJSON"`
	Constructor string `json:"constructor"`
	Dash        string `json:"a-b"`
	Quote       string `json:"it's"`
}

// EchoKeys gives them back.
func EchoKeys(k Keys) Keys { return k }

// Case has names that differ only by case.
type Case struct {
	URL string
	Url string
	Id  string `json:"ID"`
	ID_ string `json:"id"`
}

// EchoCase gives it back.
func EchoCase(c Case) Case { return c }

// ABC differs from Abc.
func ABC() string { return "ABC" }

// Abc differs from ABC.
func Abc() string { return "Abc" }

// Tagged has a tag that is called like its method.
type Tagged struct {
	Name  string `json:"String"`
	Other string `json:"Name"`
}

func (t *Tagged) String() string { return t.Name + "," + t.Other }

// NewTagged takes a literal.
func NewTagged(t *Tagged) *Tagged { return t }

// Types called like those that a declaration file needs itself.
type (
	// Date is no Date of JavaScript.
	Date struct{ Year int }
	// Map is no Map.
	Map struct{ Size int }
	// Record is no Record.
	Record struct{ Key string }
	// Error is no Error.
	Error struct{ Code int }
	// Symbol is no Symbol.
	Symbol struct{ Mark string }
	// Uint8Array is no Uint8Array.
	Uint8Array struct{ Bytes []byte }
	// GoObject is none of ours.
	GoObject struct{ Name string }
	// GoTime is none of ours.
	GoTime struct{ Name string }
	// GoLiteral is none of ours.
	GoLiteral struct{ Name string }
	// Promise is no Promise.
	Promise struct{ Name string }
)

// Globals mentions both kinds.
func Globals(d Date, m Map, e *Error, o Promise) (time.Time, map[int]string, map[string]Record, error, []byte, GoTime) {
	return time.Unix(0, 0).UTC(), map[int]string{m.Size: "size"}, map[string]Record{"r": {"k"}}, nil, []byte{1}, GoTime{o.Name}
}

// List has methods and elements, so its class needs Symbol.
type List []Symbol

// Len counts.
func (l List) Len() int { return len(l) }

// Config takes a literal whose form is called like another type.
type Config struct {
	Name string
	more int
}

// ConfigInit is called like the form of a literal.
type ConfigInit struct{ Value string }

// Configure needs both.
func Configure(c *Config, i ConfigInit) string { return c.Name + i.Value }

// Twins come from two packages of one name.
func Twins(l left.Side, r right.Side, d delete.Mark) string { return l.Left + r.Right + d.Text }

// Größe is written with letters beyond ASCII.
type Größe int

// Ärger is, too.
func Ärger(größe Größe) Größe { return größe }

// Names of values that JavaScript has, too.
const (
	NaN      = 1
	Infinity = "no end"
)

// Object is a variable.
var Object = 3
