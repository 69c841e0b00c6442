package call

import (
	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// maxRoom bounds what is allocated before the first element has been read: a frame that announces more grows as it proves it.
const maxRoom = 4096

// Room is the capacity to start with for n announced elements.
func Room(n int) int { return min(n, maxRoom) }

// Deref gives the value p points to; nil is a fault, since the caller needs a value.
func Deref[T any](p *T) T {
	if p == nil {
		wire.Fail(abi.FaultNil, "null where a value is needed")
	}
	return *p
}

// ReadHiddenInto takes nil or a handle and assigns the value to a place whose type generated code cannot write down.
func ReadHiddenInto[T any](c *Call, place *T) { *place = ReadHidden[T](c) }
