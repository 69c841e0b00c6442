package docs

import (
	"os"
	"path/filepath"
	"testing"
)

const source = `// Package shop sells.
//
// # Opening hours
//
// Closed on [Sunday], see [Shop.Open], [io.Reader] and [a site].
//
// [a site]: https://example.org
package shop

// Sunday is closed.
const Sunday = 0

// Days of the week.
const (
	// Monday opens late.
	Monday = iota
	Tuesday // is long
	Friday
)

// Shop is open:
//
//	s.Open()
//
//	s.Close()
//
// It has:
//   - items
//   - prices,
//     more than one
type Shop struct {
	// Name is over the door.
	Name string
	Age  int // in years
}

// Open opens.
//
// Deprecated: it is open.
func (s *Shop) Open() {}

type Seller interface {
	// Sell sells.
	Sell()
}

type List[T any] []T

// Push adds.
func (l *List[T]) Push(x T) {}
`

func TestIndexFindsEveryDeclaration(t *testing.T) {
	file := filepath.Join(t.TempDir(), "shop.go")
	if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	x := read([]string{file, file + ".missing"})
	for name, want := range map[string]string{
		"": "Package shop sells.\n\n**Opening hours**\n\n" +
			"Closed on \uE000Sunday\uE001, see \uE000Shop.Open\uE001, `io.Reader` and [a site](https://example.org).",
		"Sunday":      "Sunday is closed.",
		"Monday":      "Monday opens late.",
		"Tuesday":     "is long",
		"Friday":      "",
		"Shop":        "Shop is open:\n\n```go\ns.Open()\n\ns.Close()\n```\n\nIt has:\n\n- items\n- prices,\n  more than one",
		"Shop.Name":   "Name is over the door.",
		"Shop.Age":    "in years",
		"Shop.Open":   "Open opens.\n\nDeprecated: it is open.",
		"Seller":      "",
		"Seller.Sell": "Sell sells.",
		"List.Push":   "Push adds.",
		"Missing":     "",
	} {
		if got := x.text(name); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", name, got, want)
		}
	}
}

func TestFileThatCannotBeParsedHasNoDocumentation(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bad.go")
	if err := os.WriteFile(file, []byte("// Package bad\npackage bad\n\nfunc {"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := read([]string{file}).text(""); got != "" {
		t.Errorf("got %q", got)
	}
}
