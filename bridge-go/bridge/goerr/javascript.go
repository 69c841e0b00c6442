package goerr

// A JavaScriptError is a JavaScript Error that was passed to Go.
type JavaScriptError struct {
	Name    string // the error's name: "TypeError"
	Message string
}

func (e *JavaScriptError) Error() string {
	if e.Name == "" || e.Name == "Error" {
		return e.Message
	}
	return e.Name + ": " + e.Message
}
