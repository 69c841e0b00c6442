package goerr

import (
	"reflect"
	"strings"
)

// TypeName is what %T prints of a type. What generic code carries for JavaScript is any value to people.
func TypeName(t reflect.Type) string {
	return strings.ReplaceAll(t.String(), "usegolib.internal/bridge/call.Erased", "any")
}
