// Package opaque shows values that only travel Go → JS → Go, and types that cannot be written down.
package opaque

// Option is a functional option.
type Option func(*Server)

// Server is configured by options.
type Server struct{ port int }

// WithPort makes an option.
func WithPort(port int) Option { return func(s *Server) { s.port = port } }

// New takes options.
func New(options ...Option) *Server {
	s := &Server{port: 80}
	for _, o := range options {
		o(s)
	}
	return s
}

// Port reads it.
func (s *Server) Port() int { return s.port }

type hidden struct{ n int }

// Next is a method of an unexported type.
func (h *hidden) Number() int { return h.n }

// Hidden gives a value of an unexported type.
func Hidden(n int) *hidden { return &hidden{n} }

// Reveal takes one.
func Reveal(h *hidden) int { return h.n }

// Walk needs a function that JavaScript cannot make: a skip.
func Walk(visit func(n chan int) bool) {}
