// Package failures shows errors and panics.
package failures

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
)

// ErrNotFound is a sentinel.
var ErrNotFound = errors.New("not found")

// CodeError is an error type with fields.
type CodeError struct {
	Code int
	Text string
	Err  error
}

func (e *CodeError) Error() string { return fmt.Sprintf("code %d: %s", e.Code, e.Text) }
func (e *CodeError) Unwrap() error { return e.Err }

// Fail gives an error that wraps the sentinel.
func Fail() error { return fmt.Errorf("look up: %w", ErrNotFound) }

// FailCode gives a *CodeError.
func FailCode(code int) error { return &CodeError{Code: code, Text: "no", Err: ErrNotFound} }

// Join gives several.
func Join() error { return errors.Join(ErrNotFound, fs.ErrExist) }

// Half gives a result beside the error.
func Half(n int) (int, error) {
	if n%2 != 0 {
		return n / 2, errors.New("odd")
	}
	return n / 2, nil
}

// Path gives an error of the standard library.
func Path() error { return &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrNotExist} }

// Describe takes an error.
func Describe(err error) string {
	if err == nil {
		return "none"
	}
	return err.Error()
}

// Wrap wraps an error in one of its own.
func Wrap(err error) error { return fmt.Errorf("wrapped: %w", err) }

// Same gives the error back as it is.
func Same(err error) error { return err }

// Keep keeps an error until the next call.
func Keep(err error) { kept = err }

// Kept gives what Keep was given last.
func Kept() error { return kept }

// Collect lets go of what nobody refers to any more.
func Collect() { runtime.GC() }

var kept error

// Last gives an error that is not thrown, since it is not the last result.
func Last(fail bool) (error, bool) {
	if fail {
		return ErrNotFound, false
	}
	return nil, true
}

// Panic panics with text, PanicError with an error, Index with a run-time error.
func Panic(text string) { panic(text) }
func PanicError()       { panic(ErrNotFound) }
func Index(i int) int   { return []int{1, 2, 3}[i] }

// Nil dereferences nil.
func Nil() int { var p *CodeError; return p.Code }

// Code is an error that is a number, as syscall.Errno is.
type Code uint8

func (c Code) Error() string { return fmt.Sprint("code ", uint8(c)) }

// Is makes even codes ErrNotFound.
func (c Code) Is(target error) bool { return c%2 == 0 && target == ErrNotFound }

const (
	// Denied is an odd code.
	Denied Code = 13
	// Missing is an even code.
	Missing Code = 2
)

// FailWith wraps a code.
func FailWith(c Code) error { return fmt.Errorf("failed: %w", c) }

// Codes are what a visitor may fail with.
func Codes(visit func() error) string {
	var code Code
	if err := visit(); errors.As(err, &code) {
		return code.Error()
	}
	return "no code"
}
