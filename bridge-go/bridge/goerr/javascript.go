package goerr

import "usegolib.internal/bridge/jsref"

// A JavaScriptError is a JavaScript Error that was passed to Go. Where it comes back, JavaScript gets its own object.
type JavaScriptError struct {
	Name    string // the error's name: "TypeError"
	Message string
	ref     *jsref.Ref
}

// FromJavaScript makes the Go side of a JavaScript Error.
func FromJavaScript(name, message string, ref *jsref.Ref) *JavaScriptError {
	return &JavaScriptError{name, message, ref}
}

func (e *JavaScriptError) Error() string {
	if e.Name == "" || e.Name == "Error" {
		return e.Message
	}
	return e.Name + ": " + e.Message
}

// Is makes errors.Is compare the JavaScript objects: each passage to Go has a JavaScriptError of its own.
func (e *JavaScriptError) Is(target error) bool {
	other, ok := target.(*JavaScriptError)
	return ok && e.ref.Same(other.ref)
}

// ID is the object's number in env; false in other environments, which do not have the object.
func (e *JavaScriptError) ID(env uint32) (uint64, bool) {
	if e.ref == nil || e.ref.Env != env {
		return 0, false
	}
	return e.ref.ID, true
}
