package call

import (
	"bytes"
	"io"
	"sync"
)

// EOF is what a reader of JavaScript means by null.
var EOF = io.EOF

// A reader is text or bytes of JavaScript where Go wants to read: it can do all that bytes.Reader can, and be closed.
type reader struct{ *bytes.Reader }

func (reader) Close() error { return nil }

// readStream takes text or bytes as a reader.
func (c *Call) readStream() any {
	c.ReadTag()
	return reader{bytes.NewReader(c.ReadBytes())}
}

// A Sink is a buffer that Go writes to and JavaScript reads. Writes may come from any goroutine.
type Sink struct {
	mu  sync.Mutex
	buf []byte
}

func (s *Sink) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf = append(s.buf, p...)
	return len(p), nil
}

func (s *Sink) WriteString(text string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf = append(s.buf, text...)
	return len(text), nil
}

func (s *Sink) WriteByte(b byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf = append(s.buf, b)
	return nil
}

// Close and Flush are there for interfaces that have them.
func (s *Sink) Close() error { return nil }
func (s *Sink) Flush() error { return nil }

// sink makes one; contents copies what was written.
func sink(c *Call) {
	c.Done()
	WriteObject(c, new(Sink))
}

func contents(c *Call) {
	s := ReadObject[Sink](c)
	c.Done()
	s.mu.Lock()
	defer s.mu.Unlock()
	c.WriteBytes(bytes.Clone(s.buf))
}
