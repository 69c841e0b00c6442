package call

import (
	"encoding"
	"reflect"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/goerr"
	"usegolib.internal/bridge/wire"
)

// ReadText takes text and makes a T from it.
func ReadText[T any](c *Call) *T {
	text, p := c.ReadBytes(), new(T)
	var err error
	switch u := any(p).(type) {
	case encoding.TextUnmarshaler:
		err = u.UnmarshalText(text)
	case encoding.BinaryUnmarshaler: // url.URL, whose binary form is its text
		err = u.UnmarshalBinary(text)
	default:
		wire.Fail(abi.FaultType, goerr.TypeName(reflect.TypeFor[T]())+" is not made from text")
	}
	if err != nil {
		wire.Fail(abi.FaultText, err.Error())
	}
	return p
}

// ReadTextual takes a T that is text to JavaScript; nil is its zero value.
func ReadTextual[T any](c *Call) (v T) {
	if c.ReadNil() {
		return v
	}
	return *ReadText[T](c)
}

// WriteTextual writes what MarshalText makes of v, of a type without it what String does.
func WriteTextual[T any](c *Call, v T) {
	switch m := any(&v).(type) {
	case encoding.TextMarshaler:
		text, err := m.MarshalText()
		if err != nil {
			wire.Fail(abi.FaultRange, "a "+goerr.TypeName(reflect.TypeFor[T]())+" that has no text: "+err.Error())
		}
		c.WriteText(string(text))
	case interface{ String() string }:
		c.WriteText(m.String())
	default:
		wire.Fail(abi.FaultType, goerr.TypeName(reflect.TypeFor[T]())+" has no text")
	}
}
