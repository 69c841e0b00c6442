package call

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"runtime/metrics"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/goerr"
	"usegolib.internal/bridge/wire"
)

// builtins are the functions that every library has, by their number.
var builtins = [...]Func{
	abi.BuiltinNoop:     (*Call).Done,
	abi.BuiltinGoType:   goType,
	abi.BuiltinErrorIs:  errorIs,
	abi.BuiltinErrorAs:  errorAs,
	abi.BuiltinStats:    stats,
	abi.BuiltinText:     text,
	abi.BuiltinJson:     marshal,
	abi.BuiltinAs:       assert,
	abi.BuiltinUnref:    unref,
	abi.BuiltinMakeRef:  makeRef,
	abi.BuiltinGetRef:   getRef,
	abi.BuiltinSetRef:   setRef,
	abi.BuiltinSink:     sink,
	abi.BuiltinContents: contents,
	abi.BuiltinInvoke:   invoke,
}

func goType(c *Call) {
	v, copied := c.held()
	c.Done()
	t := reflect.TypeOf(v)
	if copied {
		t = t.Elem()
	}
	c.WriteString(goerr.TypeName(t))
}

// unref writes the ids of JavaScript objects that Go let go of.
func unref(c *Call) {
	c.Done()
	ids := references.Take(c.env)
	c.WriteArray(len(ids))
	for _, id := range ids {
		c.WriteFloat64(float64(id))
	}
}

func errorIs(c *Call) {
	err := ReadError(c)
	target := ReadError(c)
	c.Done()
	c.WriteBool(errors.Is(err, target))
}

func errorAs(c *Call) {
	err := ReadError(c)
	row := c.class()
	c.Done()
	if err == nil || row.As == nil {
		c.WriteNil()
		return
	}
	if v, ok := row.As(err); ok {
		c.writeAs(row, reflect.TypeOf(v), v)
	} else {
		c.WriteNil()
	}
}

// class takes the id of a type that the library registered.
func (c *Call) class() *Type {
	row := types.byID[c.ReadInt()]
	if row == nil {
		wire.Fail(abi.FaultMalformed, "no such class")
	}
	return row
}

func stats(c *Call) {
	c.Done()
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(heap)
	c.WriteInt(objects.Live())
	c.WriteInt(lanes.Len())
	c.WriteInt(runtime.NumGoroutine())
	c.WriteFloat64(float64(heap[0].Value.Uint64()))
}

// text prints a receiver as people read it; nil when its type has no such method.
func text(c *Call) {
	x := RecvAny(c)
	c.Done()
	for _, v := range forms(x) {
		switch v := v.(type) {
		case fmt.Stringer:
			c.WriteText(v.String())
			return
		case error:
			c.WriteText(v.Error())
			return
		case encoding.TextMarshaler:
			b, err := v.MarshalText()
			if err != nil {
				c.Error(err, false)
				return
			}
			c.WriteText(string(b))
			return
		}
	}
	c.WriteNil()
}

// marshal prints a receiver as JSON, text marshalers as a JSON string; nil when its type has neither method.
func marshal(c *Call) {
	x := RecvAny(c)
	c.Done()
	for _, v := range forms(x) {
		if m, ok := v.(interface{ MarshalJSON() ([]byte, error) }); ok {
			b, err := m.MarshalJSON()
			if err != nil {
				c.Error(err, false)
				return
			}
			c.WriteJSON(b)
			return
		}
	}
	for _, v := range forms(x) {
		if m, ok := v.(encoding.TextMarshaler); ok {
			b, err := m.MarshalText()
			if err != nil {
				c.Error(err, false)
				return
			}
			c.WriteJSON(quoteJSON(b))
			return
		}
	}
	c.WriteNil()
}

// quoteJSON prints text as a JSON string; encoding/json would weigh more than the rest of the bridge.
func quoteJSON(text []byte) []byte {
	out := make([]byte, 0, len(text)+2)
	out = append(out, '"')
	for _, b := range text {
		switch {
		case b == '"' || b == '\\':
			out = append(out, '\\', b)
		case b < 0x20:
			out = fmt.Appendf(out, "\\u%04x", b)
		default:
			out = append(out, b)
		}
	}
	return append(out, '"')
}

// forms are a value and, for a pointer, what it points to: a pointer type that the program never names has no methods.
func forms(x any) []any {
	if v := reflect.ValueOf(x); v.Kind() == reflect.Pointer && !v.IsNil() {
		return []any{x, v.Elem().Interface()}
	}
	return []any{x}
}

// assert is the type assertion of an object to a class: the object itself for an interface it implements or a type it
// has, else nil. A value object stays what it is.
func assert(c *Call) {
	var v any
	copied, value := false, c.IsArray()
	if value {
		v = c.pair(false)
	} else {
		v, copied = c.held()
	}
	row := c.class()
	c.Done()
	switch {
	case value && is(row, v):
		WriteInterface(c, v)
	case copied && is(row, deref(v)), is(row, v):
		c.answer(row, v, copied)
	default:
		c.WriteNil()
	}
}

func (c *Call) answer(row *Type, v any, copied bool) {
	c.WriteArray(2)
	c.WriteInt(row.ID)
	if row.Write != nil {
		row.Write(c, deref(v))
	} else {
		c.send(v, copied)
	}
}

func is(row *Type, v any) bool {
	if row.Is != nil {
		_, ok := row.Is(v)
		return ok
	}
	return typeOf(reflect.TypeOf(v)) == row
}
