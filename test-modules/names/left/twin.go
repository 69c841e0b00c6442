// Package twin has the name of another package.
package twin

// Side is a record.
type Side struct{ Left string }
