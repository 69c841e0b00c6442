package call

import (
	"errors"
	"reflect"

	"usegolib.internal/bridge/goerr"
)

// WriteError writes an error slot: nil or the error's node.
func WriteError(c *Call, err error) { c.writeNode(goerr.Describe(err)) }

// writeNode writes [handle, message, goType, class, fields, cause, errors], or for an Error of this environment's
// JavaScript [id].
func (c *Call) writeNode(n *goerr.Node) {
	if n == nil {
		c.WriteNil()
		return
	}
	if js, ok := n.Err.(*goerr.JavaScriptError); ok {
		if id, ok := js.ID(c.env); ok {
			c.WriteArray(1)
			c.writeID(id, js)
			return
		}
	}
	c.WriteArray(7)
	c.hold(n.Err)
	c.WriteMended(n.Message)
	c.WriteMended(n.GoType)
	if row := typeOf(reflect.TypeOf(n.Err)); row != nil {
		c.WriteInt(row.ID)
	} else {
		c.WriteNil()
	}
	if n.Fields != nil {
		c.WriteInline(n.Fields)
	} else {
		c.WriteNil()
	}
	c.writeNode(n.Cause)
	if n.Errors == nil {
		c.WriteNil()
		return
	}
	c.WriteArray(len(n.Errors))
	for _, e := range n.Errors {
		c.writeNode(e)
	}
}

// ReadError takes nil, an error's handle, or [name, message, id] of a JavaScript Error. A value object that is an error
// comes as [type, value].
func ReadError(c *Call) error {
	if !c.IsArray() {
		return ReadInterface[error](c)
	}
	mark := c.Reader
	if n, _ := c.ReadArray(); n == 3 {
		name, message := c.ReadString(), c.ReadString()
		return goerr.FromJavaScript(name, message, references.New(c.env, c.readID()))
	}
	c.Reader = mark
	return ReadInterface[error](c)
}

// Some reports whether any result is not its zero value.
func Some(results ...any) bool {
	for _, r := range results {
		if v := reflect.ValueOf(r); v.IsValid() && !v.IsZero() {
			return true
		}
	}
	return false
}

// AsPointer finds a *T in err's chain, for error types whose pointer is the error.
func AsPointer[T any](err error) (any, bool) {
	var target *T
	if _, ok := any(target).(error); !ok {
		return nil, false
	}
	found := errors.As(err, any(&target))
	return target, found
}

// AsValue finds a *T or a T in err's chain, for error types whose value is the error too; it gives what it found.
func AsValue[T any](err error) (any, bool) {
	if p, ok := AsPointer[T](err); ok {
		return p, true
	}
	var target any = new(T)
	if _, ok := any(*target.(*T)).(error); !ok {
		return nil, false
	}
	found := errors.As(err, target)
	return *target.(*T), found
}
