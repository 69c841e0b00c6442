// Package delete is called like a word of JavaScript.
package delete

// Mark is a record.
type Mark struct{ Text string }
