// Package export is the C face of a library: the functions of abi/ABI.md ("Exports"), and the platform's part of living
// inside a host process (stack_linux.c, thread_*.c). It is the only package with cgo.
package export

/*
#include "export.h"
#include "thread.h"

#cgo linux LDFLAGS: -ldl -lpthread
*/
import "C"

import (
	"sync/atomic"
	"unsafe"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/call"
)

// ended is C's count of threads that ended since the last sweep.
var ended = (*int32)(unsafe.Pointer(&C.ug_ended))

// sweep closes the environments of threads that ended. C's destructor only notes them: a thread that is ending must not
// enter Go.
func sweep() {
	if atomic.LoadInt32(ended) == 0 {
		return
	}
	for env := C.ug_thread_sweep(); env != 0; env = C.ug_thread_sweep() {
		call.Close(int32(env))
	}
}

// ug_abi returns the ABI number for lane 0; for another lane it writes the schema hash there.
//
//export ug_abi
func ug_abi(lane C.int32_t) C.int32_t {
	if lane == 0 {
		return abi.Abi
	}
	return C.int32_t(call.Hash(int32(lane)))
}

// ug_attach opens an environment (lane 0) or gives a lane memory. It returns the lane or −1.
//
//export ug_attach
func ug_attach(lane C.int32_t, memory unsafe.Pointer, size C.int32_t) C.int32_t {
	sweep()
	if lane != 0 {
		return C.int32_t(call.Attach(int32(lane), memory, int(size)))
	}
	opened := call.Open(memory, int(size))
	if opened > 0 && C.ug_thread_watch(C.int32_t(opened/abi.LaneDepth)) != 0 {
		call.Close(opened / abi.LaneDepth)
		return -1
	}
	return C.int32_t(opened)
}

// ug_call runs a function; see call.Run.
//
//export ug_call
func ug_call(lane, fn, n C.int32_t) C.int32_t {
	sweep()
	return C.int32_t(call.Run(int32(lane), int32(fn), int32(n)))
}

// ugRunBlock is ug_call with lane, function and length from the block, whose fourth number becomes the result. It reports
// whether the status is other than ok. One pointer enters Go 10 ns faster than three numbers.
//
//export ugRunBlock
func ugRunBlock(block *C.int32_t) C._Bool {
	sweep()
	b := (*[4]int32)(unsafe.Pointer(block))
	b[3] = call.Run(b[0], b[1], b[2])
	return b[3]&(1<<abi.StatusBits-1) != abi.StatusOk
}

// ug_lend lends memory to the lane's next call.
//
//export ug_lend
func ug_lend(lane C.int32_t, memory unsafe.Pointer, size C.int32_t) C.int32_t {
	return C.int32_t(call.Lend(int32(lane), memory, int(size)))
}

// ug_take fetches what the lane's last reply kept with Go.
//
//export ug_take
func ug_take(lane, index C.int32_t, memory unsafe.Pointer) C.int32_t {
	if call.Take(int32(lane), int32(index), memory) {
		return 0
	}
	return -1
}

// ug_close ends an environment.
//
//export ug_close
func ug_close(env C.int32_t) C.int32_t {
	if call.Close(int32(env)) {
		return 0
	}
	return -1
}
