package call

import (
	"errors"
	"fmt"

	"usegolib.internal/bridge/abi"
)

// UsegolibObject is the part that all printed types have in common which stand for an object of JavaScript: what any such
// object can do in Go, unless its interface has a method of that name.
type UsegolibObject struct{ js *Target }

// ObjectOf makes that part.
func ObjectOf(js *Target) UsegolibObject { return UsegolibObject{js} }

// UsegolibTarget is the object itself.
func (o UsegolibObject) UsegolibTarget() *Target { return o.js }

// MarshalJSON is what JSON.stringify gives for the object.
func (o UsegolibObject) MarshalJSON() ([]byte, error) {
	text, err := o.js.text(abi.AskJson)
	if err == nil && text == nil {
		err = errors.New("usegolib: an object of JavaScript that JSON.stringify leaves out")
	}
	return text, err
}

// MarshalText refuses: encodings that look for it would take the object for a struct without fields.
func (o UsegolibObject) MarshalText() ([]byte, error) {
	return nil, errors.New("usegolib: an object of JavaScript has no text in Go; it can be encoded as JSON")
}

// Format prints what the object's Error, String or toString gives.
func (o UsegolibObject) Format(s fmt.State, verb rune) {
	text, err := o.js.text(abi.AskText)
	if err != nil || text == nil {
		text = []byte("an object of JavaScript")
	}
	fmt.Fprintf(s, fmt.FormatString(s, verb), string(text))
}

// text asks JavaScript for one of the texts that any object may have; nil when it has none.
func (t *Target) text(which int) ([]byte, error) {
	c := t.Begin(which)
	defer c.Answered()
	if err := c.Ask(); err != nil {
		return nil, err
	}
	return c.ReadBytes(), nil
}
