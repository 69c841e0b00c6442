// Package stock has types that no other module can name.
package stock

// Part is a record.
type Part struct{ Number int }

// Grade is a number.
type Grade int

// Counted is the constraint of a type parameter.
type Counted interface{ Count() int }
