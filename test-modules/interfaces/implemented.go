package interfaces

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Marshal encodes a shape as encoding/json does.
func Marshal(s Shape) (string, error) {
	b, err := json.Marshal(map[string]any{"shape": s})
	return string(b), err
}

// XML encodes a shape as encoding/xml does.
func XML(s Shape) (string, error) {
	b, err := xml.Marshal(s)
	return string(b), err
}

// Print prints a shape as fmt does.
func Print(s Shape) string { return fmt.Sprintf("%v|%s|%8s|%q", s, s, s, []any{s}) }

// Rounded is a shape that can do more.
type Rounded interface {
	Shape
	Corners() int
}

// Corners asks a shape whether it can do more; −1 when it cannot.
func Corners(s Shape) int {
	if r, ok := s.(Rounded); ok {
		return r.Corners()
	}
	return -1
}

// Abilities tells what a reader can do besides reading.
func Abilities(r io.Reader) string {
	var can []string
	if _, ok := r.(io.WriterTo); ok {
		can = append(can, "WriteTo")
	}
	if _, ok := r.(io.Seeker); ok {
		can = append(can, "Seek")
	}
	if _, ok := r.(io.Closer); ok {
		can = append(can, "Close")
	}
	return strings.Join(can, " ")
}

// Transfer copies with io.Copy, which looks for io.WriterTo and io.ReaderFrom.
func Transfer(w io.Writer, r io.Reader) (int64, error) { return io.Copy(w, r) }

// SameReader tells whether two readers are the same value for Go.
func SameReader(a, b io.Reader) bool { return a == b }

// ReadFile reads from a file system, which may have a short way for it.
func ReadFile(fsys fs.FS, name string) (string, error) {
	b, err := fs.ReadFile(fsys, name)
	return string(b), err
}
