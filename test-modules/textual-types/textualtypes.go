// Package textualtypes has types that a build may ask to be strings.
package textualtypes

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

// Code is two letters; its zero value is the text "none".
type Code struct{ letters string }

// MarshalText fails for a Code that cannot be written.
func (c Code) MarshalText() ([]byte, error) {
	switch c.letters {
	case "":
		return []byte("none"), nil
	case "??":
		return nil, errors.New("no letters")
	}
	return []byte(c.letters), nil
}

// UnmarshalText refuses what is not two letters.
func (c *Code) UnmarshalText(text []byte) error {
	if len(text) != 2 {
		return fmt.Errorf("%q are not two letters", text)
	}
	c.letters = string(text)
	return nil
}

// String is what fmt.Stringer asks for.
func (c Code) String() string { return "code " + c.letters }

// Known is a variable.
var Known = Code{"kn"}

// Host has them in its fields.
type Host struct {
	Code  Code `json:"code"`
	Addrs []netip.Addr
	IP    net.IP
	Page  *url.URL
	Ports map[Code]map[string]*Code
}

// Live is an object with one.
type Live struct {
	Code Code
	note string
}

// Site embeds one.
type Site struct {
	Code
	Name string
}

// Home makes one.
func Home(s Site) *Site { return &s }

// Grade is a number to Go.
type Grade int

// Good is a constant whose text only Go knows.
const Good Grade = 2

// MarshalText writes stars.
func (g Grade) MarshalText() ([]byte, error) { return []byte(strings.Repeat("*", int(g))), nil }

// UnmarshalText counts them.
func (g *Grade) UnmarshalText(text []byte) error {
	*g = Grade(len(text))
	return nil
}

// Better adds a star.
func Better(g Grade) Grade { return g + 1 }

// Join takes and gives them.
func Join(codes ...Code) string {
	var all []string
	for _, c := range codes {
		all = append(all, c.letters)
	}
	return strings.Join(all, "+")
}

// Echo takes and gives a record.
func Echo(h Host) Host { return h }

// Addr takes one and gives the next.
func Addr(a netip.Addr) netip.Addr { return a.Next() }

// Page gives nil for nil.
func Page(u *url.URL, path string) *url.URL {
	if u == nil {
		return nil
	}
	return u.JoinPath(path)
}

// Bad has no text.
func Bad() Code { return Code{"??"} }

// Make gives an object.
func Make(c Code) *Live { return &Live{Code: c, note: "x"} }

// Describe holds one in an interface, Any in any.
func Describe(c Code) fmt.Stringer { return c }

// Any holds values of any type.
func Any(c Code) []any { return []any{c, &c, (*url.URL)(nil)} }

// Name is what fmt prints of any value.
func Name(v any) string { return fmt.Sprintf("%T %v", v, v) }

// Each calls JavaScript with them.
func Each(codes []Code, f func(c Code) Code) []Code {
	var all []Code
	for _, c := range codes {
		all = append(all, f(c))
	}
	return all
}
