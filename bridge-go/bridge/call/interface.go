package call

import (
	"reflect"
	"strconv"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/goerr"
	"usegolib.internal/bridge/wire"
)

// WriteInterface writes nil, or the class of v's dynamic type (nil when it is not bound) and its payload: the value of a
// copied type, else a handle. A typed nil pointer is an object like any other.
func WriteInterface(c *Call, v any) {
	if v == nil {
		c.WriteNil()
		return
	}
	if c.writeTarget(v) {
		return
	}
	t := reflect.TypeOf(v)
	row := typeOf(t)
	if row != nil && row.Textual {
		row = nil
	}
	c.writeAs(row, t, v)
}

// writeAs writes v under the class of row.
func (c *Call) writeAs(row *Type, t reflect.Type, v any) {
	c.WriteArray(2)
	if row == nil || row.Write != nil && isReference(t) {
		c.WriteNil()
		c.hold(v)
		return
	}
	c.WriteInt(row.ID)
	switch {
	case row.Write == nil:
		c.hold(v)
	case isNil(v) && t.Kind() == reflect.Pointer:
		c.WriteNil()
	default:
		row.Write(c, v)
	}
}

// isReference tells a pointer to a value object or named value, which is not that value: only records are the same copied
// thing as T and as *T.
func isReference(t reflect.Type) bool {
	return t.Kind() == reflect.Pointer && t.Elem().Kind() != reflect.Struct
}

// ReadInterface takes what JavaScript passes for interface I: nil, a handle, [handle], or [type, value]. Of a handle
// that stands for a value, the value goes in if it implements I, else the pointer; [handle] forces the value.
func ReadInterface[I any](c *Call) (v I) {
	if c.ReadNil() {
		return v
	}
	if c.IsArray() {
		return implement[I](c.pair(true))
	}
	if c.IsTag(abi.AnyReader) {
		return implement[I](c.readStream())
	}
	x, copied := c.held()
	if copied {
		if v, ok := deref(x).(I); ok {
			return v
		}
	}
	return implement[I](x)
}

// implement is x as an I.
func implement[I any](x any) I {
	v, ok := x.(I)
	if !ok {
		if x == nil {
			wire.Fail(abi.FaultNil, "nil where "+goerr.TypeName(reflect.TypeFor[I]())+" is needed")
		}
		wire.Fail(abi.FaultType, goerr.TypeName(reflect.TypeOf(x))+" does not implement "+goerr.TypeName(reflect.TypeFor[I]()))
	}
	return v
}

// pair takes [type, value] or, where it may force a value, [handle].
func (c *Call) pair(force bool) any {
	n, _ := c.ReadArray()
	if n == 1 && force {
		x, _ := c.held()
		return deref(x)
	}
	if n != 2 {
		wire.Fail(abi.FaultMalformed, "an interface value of "+strconv.Itoa(n)+" items")
	}
	id := c.ReadInt()
	row := types.byID[id]
	if row == nil || row.Read == nil {
		wire.Fail(abi.FaultMalformed, "type "+strconv.Itoa(id)+" has no values that are copied")
	}
	return row.Read(c)
}

// deref copies what a pointer points to; other values are themselves.
func deref(x any) any {
	v := reflect.ValueOf(x)
	if v.Kind() != reflect.Pointer {
		return x
	}
	if v.IsNil() {
		wire.Fail(abi.FaultNil, "the value of a nil "+v.Type().String())
	}
	return v.Elem().Interface()
}

// Recv takes the receiver of a method as an interface that has the method: a handle (the pointer comes first, since it
// has the methods of both), or [type, value] of a value object.
func Recv[I any](c *Call) I {
	x := RecvAny(c)
	if v, ok := x.(I); ok {
		return v
	}
	return implement[I](deref(x))
}

// RecvAny takes a receiver of any type. Faults count arguments from what follows it.
func RecvAny(c *Call) (x any) {
	c.start = noArgument
	switch {
	case c.IsHandle():
		x, _ = c.held()
	case c.ReadNil():
		wire.Fail(abi.FaultNil, "a method of nil")
	default:
		x = c.pair(false)
	}
	c.start = c.Pos()
	return x
}

// RecvObject takes the receiver of an accessor: of a type that can be written down.
func RecvObject[T any](c *Call) *T {
	c.start = noArgument
	x := ReadObject[T](c)
	c.start = c.Pos()
	return x
}

// RecvHidden takes the function that is called.
func RecvHidden[T any](c *Call) T {
	c.start = noArgument
	x := ReadHidden[T](c)
	c.start = c.Pos()
	return x
}

// IsInterface asserts v to I.
func IsInterface[I any](v any) (any, bool) {
	i, ok := v.(I)
	return i, ok
}
