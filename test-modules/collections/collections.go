// Package collections shows slices, arrays and maps.
package collections

func Bytes(v []byte) []byte                        { return v }
func Fixed(v [4]byte) [4]byte                      { return v }
func Floats(v []float64) []float64                 { return v }
func Longs(v []int64) []int64                      { return v }
func Triple(v [3]float32) [3]float32               { return v }
func Ints(v []int) []int                           { return v }
func Strings(v []string) []string                  { return v }
func Nested(v [][]string) [][]string               { return v }
func Pair(v [2]string) [2]string                   { return v }
func Counts(v map[string]int) map[string]int       { return v }
func ByNumber(v map[int64]string) map[int64]string { return v }

// Nil gives every nil there is.
func Nil() ([]byte, []string, []float64, map[string]int) { return nil, nil, nil, nil }

// IsNil tells what arrived as nil.
func IsNil(b []byte, s []string, m map[string]int) (bool, bool, bool) {
	return b == nil, s == nil, m == nil
}

// Sum takes any number of numbers.
func Sum(first int, more ...int) int {
	for _, n := range more {
		first += n
	}
	return first
}

// Make gives n bytes.
func Make(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i)
	}
	return b
}
