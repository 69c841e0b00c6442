// Command exports is the c-shared library one writes by hand: plain exports, no cure for the cost of Node's main thread.
// Raw koffi and the C addon both call it.
package main

/*
#include <stdint.h>
#include <string.h>
*/
import "C"

import "unsafe"

//export Noop
func Noop() {}

//export Add
func Add(a, b int64) int64 { return a + b }

// Greet writes into memory of the caller and returns how many bytes it wrote.
//
//export Greet
func Greet(name *C.char, n C.int, out *C.char) C.int {
	text := "Hello, " + C.GoStringN(name, n) + "!"
	copy(unsafe.Slice((*byte)(unsafe.Pointer(out)), len(text)), text)
	return C.int(len(text))
}

// Mirror swaps the two numbers in place.
//
//export Mirror
func Mirror(point *float64) {
	xy := unsafe.Slice(point, 2)
	xy[0], xy[1] = xy[1], xy[0]
}

func main() {}
