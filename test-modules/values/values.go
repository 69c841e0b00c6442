// Package values shows value objects, named types and constants.
package values

import "errors"

// Color is an enum with a method.
type Color int

// The colors.
const (
	Red Color = iota
	Green
	Blue
)

func (c Color) String() string { return [...]string{"red", "green", "blue"}[c] }

// Mix takes and gives value objects.
func Mix(a, b Color) Color { return (a + b) % 3 }

// ID is a scalar array with methods and a text form.
type ID [4]byte

func (id ID) String() string { return string(id[:]) }

// UnmarshalText makes text welcome where an ID is wanted.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) != len(id) {
		return errors.New("an ID has 4 bytes")
	}
	copy(id[:], b)
	return nil
}

// MarshalText is what toJSON prints.
func (id ID) MarshalText() ([]byte, error) { return id[:], nil }

// First reads an ID.
func First(id ID) byte { return id[0] }

// NewID makes one.
func NewID(s string) (id ID, err error) { err = id.UnmarshalText([]byte(s)); return }

// Celsius is a named number without methods.
type Celsius float64

// Warmer gives one.
func Warmer(c Celsius) Celsius { return c + 1 }

// Constants of every sort.
const (
	Answer         = 42
	Big            = 1 << 62
	Enormous       = 1 << 100
	Pi             = 3.14159
	Greeting       = "hello"
	Yes            = true
	Typed    int64 = 7
	Letter         = 'x'
	Complex        = 1.5 - 2i
	NotText        = "\xff\x00"
	Vast           = 1e400
)
