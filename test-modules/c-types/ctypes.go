// Package ctypes has C in it: its Go functions are bound, those that mention types of C are not.
package ctypes

// static int twice(int n) { return 2 * n; }
import "C"

// Twice calls C.
func Twice(n int) int { return int(C.twice(C.int(n))) }

// Raw takes a type of C.
func Raw(n C.int) int { return int(n) }
