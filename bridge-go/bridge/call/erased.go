package call

import "usegolib.internal/bridge/abi"

// Erased is the type argument that stands for any JavaScript value: generic Go code only carries it. Primitive values are
// what they are in Go, so that they compare by value; everything else is a reference to the object, so that it keeps its
// identity.
type Erased any

// ReadErased takes any JavaScript value; undefined is nil, Go's zero value.
func ReadErased(c *Call) Erased {
	if !c.IsTag(abi.AnyJs) {
		return ReadAny(c)
	}
	c.ReadTag()
	return references.Intern(c.env, c.readID())
}

// WriteErased gives a value back as it came.
func WriteErased(c *Call, v Erased) { WriteAny(c, v) }
