package handle

import (
	"reflect"
	"unsafe"
)

// Address tells functions apart: a Go function is a pointer to its code and what it captured, and an interface value
// holds that pointer. Two functions that are alive at the same time have two addresses, unless they capture nothing and
// are one.
func Address(f any) uintptr {
	return uintptr((*[2]unsafe.Pointer)(unsafe.Pointer(&f))[1])
}

// A function is the key of a Go function: one function may be a value of several types.
type function struct {
	typ     reflect.Type
	address uintptr
}

// keyOf is what a value is found by; nil for those that get a new handle each time.
func keyOf(v any) any {
	switch t := reflect.TypeOf(v); t.Kind() {
	case reflect.Pointer:
		return v
	case reflect.Func:
		return function{t, Address(v)}
	}
	return nil
}
