// Code generated from abi/abi.json by npm run update; DO NOT EDIT.

// Package abi holds the numbers of the ABI; abi/ABI.md says what they mean.
package abi

const (
	Abi            = 1
	LaneBytes      = 65536
	LaneMaxBytes   = 268435455
	LaneDepth      = 16
	InlineBytes    = 4096
	StatusOk       = 0
	StatusError    = 1
	StatusPanic    = 2
	StatusFault    = 3
	StatusSpilled  = 7
	StatusBits     = 3
	FaultMalformed = 1
	FaultDisposed  = 2
	FaultType      = 3
	FaultNil       = 4
	FaultText      = 5
	FaultRange     = 6
	FaultEncoding  = 7
	FaultClosed    = 8
	FaultUnknown   = 9
	ExtText        = 1
	ExtKept        = 2
	ExtLent        = 3
	FreesFlag      = 1073741824
	BuiltinNoop    = 0
	BuiltinGoType  = 1
	BuiltinErrorIs = 2
	BuiltinErrorAs = 3
	BuiltinStats   = 4
	BuiltinText    = 5
	BuiltinJson    = 6
	BuiltinAs      = 7
	BuiltinUnref   = 8
	FirstSymbol    = 16
)
