package call

import (
	"reflect"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/goerr"
	"usegolib.internal/bridge/wire"
)

// send writes the handle of v, which is not nil.
func (c *Call) send(v any, copied bool) {
	h := objects.Send(c.env, v, copied)
	c.sent = append(c.sent, h)
	c.WriteHandle(h)
}

// WriteObject writes the handle of p, the same one for the same pointer; nil is nil.
func WriteObject[T any](c *Call, p *T) {
	if p == nil {
		c.WriteNil()
		return
	}
	c.send(p, false)
}

// WriteCopy writes the handle of a new variable that holds v: an object that came by value.
func WriteCopy[T any](c *Call, v T) { c.send(&v, true) }

// WriteView writes the handle of a variable inside another object, which it keeps alive.
func WriteView[T any](c *Call, p *T) {
	if p == nil {
		c.WriteNil()
		return
	}
	c.send(p, true)
}

// hold writes the handle of any value but nil. Everything but pointers, functions, channels and interfaces is put into a
// variable of its own, so that methods on the pointer can be called.
func (c *Call) hold(v any) {
	switch t := reflect.TypeOf(v); t.Kind() {
	case reflect.Pointer, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		c.send(v, false)
	default:
		p := reflect.New(t)
		p.Elem().Set(reflect.ValueOf(v))
		c.send(p.Interface(), true)
	}
}

// WriteHidden writes an opaque value, or an object whose type cannot be written down: nil or a handle.
func WriteHidden(c *Call, v any) {
	if isNil(v) {
		c.WriteNil()
		return
	}
	c.hold(v)
}

// isNil reports whether v is nil or holds a nil of its type.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Pointer, reflect.Func, reflect.Map, reflect.Slice, reflect.Chan, reflect.UnsafePointer:
		return r.IsNil()
	}
	return false
}

// held takes a handle and returns the value, and whether the pointer stands for what it points to.
func (c *Call) held() (v any, copied bool) {
	h := c.ReadHandle()
	v, copied, err := objects.Lookup(c.env, h)
	if err != nil {
		wire.Fail(abi.FaultDisposed, err.Error())
	}
	return v, copied
}

// ReadObject takes nil or the handle of a *T.
func ReadObject[T any](c *Call) *T {
	if c.ReadNil() {
		return nil
	}
	v, _ := c.held()
	p, ok := v.(*T)
	if !ok {
		wrongType[*T](v)
	}
	return p
}

// ReadCopy takes the handle of a *T and copies the value.
func ReadCopy[T any](c *Call) T {
	p := ReadObject[T](c)
	if p == nil {
		wire.Fail(abi.FaultNil, "nil where a value of "+goerr.TypeName(reflect.TypeFor[T]())+" is needed")
	}
	return *p
}

// ReadHidden takes nil or a handle whose value is a T, or a variable of type T.
func ReadHidden[T any](c *Call) (v T) {
	if c.ReadNil() {
		return v
	}
	x, _ := c.held()
	if v, ok := x.(T); ok {
		return v
	}
	p, ok := x.(*T)
	if !ok || p == nil {
		wrongType[T](x)
	}
	return *p
}

func wrongType[T any](got any) {
	wire.Fail(abi.FaultType, "want "+goerr.TypeName(reflect.TypeFor[T]())+", got "+goerr.TypeName(reflect.TypeOf(got)))
}

// ValueOf is the T that v is or points to.
func ValueOf[T any](v any) T {
	if p, ok := v.(*T); ok {
		return *p
	}
	return v.(T)
}
