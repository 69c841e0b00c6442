// Package shop sells.
package shop

import (
	"errors"

	"example.org/shop/price"
)

// ErrEmpty is returned by [Shelf.Take].
var ErrEmpty = errors.New("shop: empty")

// Currency is what prices are in. It can be assigned.
var Currency = "EUR"

// Bakery is there from the start.
var Bakery = NewShelf("bread")

// Limit is the most a shelf holds.
const Limit = 10

// Shelf holds items.
type Shelf struct{ items []string }

// NewShelf puts items on a shelf.
func NewShelf(items ...string) *Shelf { return &Shelf{items} }

// Take gives the first item.
func (s *Shelf) Take() (string, error) {
	if len(s.items) == 0 {
		return "", ErrEmpty
	}
	item := s.items[0]
	s.items = s.items[1:]
	return item, nil
}

// Label prints a price in the Currency of now.
func Label(p price.Cents) string { return p.String() + " " + Currency }

// Wait cannot cross.
func Wait(done chan struct{}) { <-done }
