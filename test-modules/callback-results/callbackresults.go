// Package callbackresults takes several results from JavaScript.
package callbackresults

import "fmt"

// Ask calls a function with three results. Alone in a library, the type of the first is the schema's type 2.
func Ask(f func() (names []string, counts []int, ok bool)) string {
	return fmt.Sprint(f())
}

// Level is an interface whose method has three results, as that of a validator.
type Level interface {
	Field() (names []string, count int, found bool)
}

// Describe asks a level.
func Describe(l Level) string { return fmt.Sprint(l.Field()) }
