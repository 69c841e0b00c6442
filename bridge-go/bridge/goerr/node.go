// Package goerr describes Go errors to JavaScript and brings JavaScript errors to Go.
package goerr

import (
	"fmt"
	"reflect"

	"usegolib.internal/bridge/wire"
)

// A Node is one error of a chain: everything about it that JavaScript can read after the error is gone.
type Node struct {
	Err     error
	Message string
	GoType  string  // what %T prints
	Fields  []byte  // MessagePack map of the error struct's exported fields; nil when there are none
	Cause   *Node   // what Unwrap() error gives
	Errors  []*Node // what Unwrap() []error gives
}

const (
	maxDepth = 32  // nodes below each other
	maxNodes = 256 // nodes in all: errors.Join makes trees
)

// Describe follows err to everything it wraps, at most 32 deep and 256 errors in all. It calls methods of the error;
// when one of them panics, the node says so instead of the call dying.
func Describe(err error) *Node {
	budget := maxNodes
	return describe(err, maxDepth, &budget)
}

func describe(err error, depth int, budget *int) *Node {
	if err == nil || depth == 0 || *budget == 0 {
		return nil
	}
	*budget--
	n := &Node{Err: err, Message: message(err), GoType: TypeName(reflect.TypeOf(err)), Fields: fields(err)}
	cause, several := unwrap(err)
	n.Cause = describe(cause, depth-1, budget)
	for _, e := range several {
		if d := describe(e, depth-1, budget); d != nil {
			n.Errors = append(n.Errors, d)
		}
	}
	return n
}

// message is err.Error(), or what went wrong while asking.
func message(err error) (text string) {
	defer func() {
		if v := recover(); v != nil {
			text = fmt.Sprintf("%T (its Error method panicked: %s)", err, Text(v))
		}
	}()
	return err.Error()
}

func unwrap(err error) (cause error, several []error) {
	defer func() {
		if recover() != nil {
			cause, several = nil, nil
		}
	}()
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		return e.Unwrap(), nil
	case interface{ Unwrap() []error }:
		return nil, e.Unwrap()
	}
	return nil, nil
}

// Text is a panic's value as people read it.
func Text(v any) (text string) {
	defer func() {
		if recover() != nil {
			text = fmt.Sprintf("%T (it panicked while it was printed)", v)
		}
	}()
	switch v := v.(type) {
	case error:
		return v.Error()
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprint(v)
}

// fields encodes the exported fields of an error struct.
func fields(err error) (encoded []byte) {
	defer func() {
		if recover() != nil {
			encoded = nil
		}
	}()
	v := reflect.ValueOf(err)
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct || len(exported(v.Type())) == 0 {
		return nil
	}
	var w wire.Writer
	p := printer{w: &w, left: maxItems}
	p.structure(v, maxFieldDepth)
	return w.Reply()
}
