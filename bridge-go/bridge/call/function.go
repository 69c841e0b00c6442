package call

import (
	"reflect"
	"runtime"
	"strconv"
	"sync"
	"weak"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/handle"
	"usegolib.internal/bridge/wire"
)

// A closure makes the Go function that asks a function of JavaScript. Generated code has one for each func type.
type closure[F any] func(js *Target) F

// ReadFunc takes a function: nil, one of Go, one of the module's own by its number, or one of JavaScript, which becomes a
// Go function. The same function of JavaScript is always the same Go function, and comes back as itself.
func ReadFunc[F any](c *Call, typ int, closure closure[F]) F {
	if js := ReadTarget(c, typ); js != nil {
		return functions.of(js, func() any { return closure(js) }).(F)
	}
	return readGoFunc[F](c)
}

// NewFunc takes a function as ReadFunc does, for a value of a named type that JavaScript makes: what it makes of a function
// of JavaScript is a Go function of its own, which comes back as the object that was made.
func NewFunc[F any](c *Call, typ int, closure closure[F]) F {
	if js := ReadTarget(c, typ); js != nil {
		return closure(js)
	}
	return readGoFunc[F](c)
}

// readGoFunc takes nil, a handle, or the number of a function of the module.
func readGoFunc[F any](c *Call) (f F) {
	switch {
	case c.ReadNil():
		return f
	case c.IsTag(abi.AnyFunction):
		c.ReadTag()
		return assignable[F](c.moduleFunction())
	}
	x, _ := c.held()
	return assignable[F](x)
}

// assignable is x as an F, where Go would assign it: a function whose type has no name is one of every name.
func assignable[F any](x any) F {
	if f, ok := x.(F); ok {
		return f
	}
	f := reflect.TypeFor[F]()
	if !reflect.TypeOf(x).AssignableTo(f) {
		wrongType[F](x)
	}
	return reflect.ValueOf(x).Convert(f).Interface().(F)
}

// moduleFunction takes the number of a function that the module exports.
func (c *Call) moduleFunction() any {
	n := c.ReadInt()
	f := library.Function(n)
	if f == nil {
		wire.Fail(abi.FaultMalformed, "no function "+strconv.Itoa(n))
	}
	return f
}

// WriteFunc writes nil, a function of JavaScript that was passed for a Go function, or a handle.
func WriteFunc(c *Call, f any) {
	switch {
	case isNil(f):
		c.WriteNil()
	case !c.writeTarget(f):
		c.hold(f)
	}
}

// functions are the Go functions that stand for functions of JavaScript, by their address.
var functions madeFunctions

type madeFunctions struct {
	mu sync.Mutex
	by map[uintptr]weak.Pointer[Target]
}

// of gives the Go function of js, which lives as long as js does: each refers to the other.
func (m *madeFunctions) of(js *Target, closure func() any) any {
	m.mu.Lock()
	defer m.mu.Unlock()
	if js.fn == nil {
		js.fn = closure()
		if m.by == nil {
			m.by = map[uintptr]weak.Pointer[Target]{}
		}
		address := handle.Address(js.fn)
		m.by[address] = weak.Make(js)
		runtime.AddCleanup(js, m.forget, address)
	}
	return js.fn
}

// forget drops an address, unless another function stands there by now.
func (m *madeFunctions) forget(address uintptr) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.by[address].Value() == nil {
		delete(m.by, address)
	}
}

// target is what f asks, or nil.
func (m *madeFunctions) target(f any) *Target {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.by[handle.Address(f)].Value()
}

// targetOf is what a value that JavaScript made asks; nil for others. A function whose type has methods is one of Go: it
// has more than the function of JavaScript.
func targetOf(v any) *Target {
	if made, ok := v.(interface{ UsegolibTarget() *Target }); ok {
		return made.UsegolibTarget()
	}
	if t := reflect.TypeOf(v); t.Kind() == reflect.Func && t.NumMethod() == 0 {
		return functions.target(v)
	}
	return nil
}
