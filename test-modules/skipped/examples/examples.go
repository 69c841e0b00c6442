// Package examples is left out by its name.
package examples

// Example would be a symbol.
func Example() {}
