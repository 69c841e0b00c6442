package model

import (
	"go/types"
	"regexp"
)

// unnamedResult is the name that export data gives to results without one; it is not Go.
var unnamedResult = regexp.MustCompile(`#rv\d+ `)

// TypeText prints a type; qualifier as in types.TypeString.
func TypeText(t types.Type, qualifier types.Qualifier) string {
	return unnamedResult.ReplaceAllString(types.TypeString(t, qualifier), "")
}

// ObjectText prints an object's declaration.
func ObjectText(o types.Object, qualifier types.Qualifier) string {
	return unnamedResult.ReplaceAllString(types.ObjectString(o, qualifier), "")
}

// Key identifies a type: its text with full package paths, aliases written out.
func Key(t types.Type) string {
	return TypeText(rewrite(t, func(types.Type) (types.Type, bool) { return nil, false }), nil)
}
