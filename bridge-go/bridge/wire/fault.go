// Package wire reads and writes the items of a frame: MessagePack, by the rules of abi/ABI.md ("Frames").
//
// Reading trusts nothing: every length is checked against the bytes that remain before anything is allocated.
// What does not fit panics with a Fault, which the dispatcher turns into a reply of status fault; so printed code
// stays a straight line of reads and writes. Its twin is runtime/codec.
package wire

import "usegolib.internal/bridge/abi"

// A Fault says why the bridge refused a request or could not write a result. Code is one of abi.Fault….
type Fault struct {
	Code    int
	Message string
}

func (f Fault) Error() string { return f.Message }

// Fail ends the call with a fault.
func Fail(code int, message string) { panic(Fault{code, message}) }

func malformed(message string) { Fail(abi.FaultMalformed, message) }
