// Package callbacks calls JavaScript: functions and implementations of interfaces.
package callbacks

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
)

// Apply calls f once.
func Apply(f func(int) int, x int) int { return f(x) }

// Sort sorts by a comparison.
func Sort(list []string, less func(a, b string) bool) []string {
	sort.Slice(list, func(i, j int) bool { return less(list[i], list[j]) })
	return list
}

// SortBy sorts what implements sort.Interface.
func SortBy(data sort.Interface) { sort.Sort(data) }

// Walk visits until visit returns an error.
func Walk(n int, visit func(i int, name string) error) error {
	for i := range n {
		if err := visit(i, fmt.Sprint("item ", i)); err != nil {
			return fmt.Errorf("walk: %w", err)
		}
	}
	return nil
}

// Try gives the error of f back as it is.
func Try(f func() error) error { return f() }

// Pair calls a function with two results and a variadic parameter.
func Pair(f func(sep string, parts ...string) (string, int)) string {
	s, n := f("-", "a", "b", "c")
	return fmt.Sprint(s, n)
}

// Any calls a function of any values.
func Any(f func(v any) any, v any) any { return f(v) }

// Nested calls f with a function of Go that calls f again.
func Nested(depth int, f func(again func(int) int) int) int {
	return f(func(n int) int {
		if n == 0 {
			return depth
		}
		return Nested(depth+1, f)
	})
}

// Adder gives a function.
func Adder(n int) func(int) int { return func(x int) int { return x + n } }

// Each calls f from many goroutines at once, and sums what it gives.
func Each(n int, f func(int) int) int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := range n {
		wg.Go(func() {
			v := f(i)
			mu.Lock()
			sum += v
			mu.Unlock()
		})
	}
	wg.Wait()
	return sum
}

// Keep keeps a function; Kept calls it later.
func Keep(f func(string) (string, error)) { kept = f }

// Kept calls what was kept.
func Kept(s string) (string, error) { return kept(s) }

// Later calls what was kept from a goroutine, after the call has ended; Result gives what came of it.
func Later() {
	done = make(chan string, 1)
	go func() {
		<-start
		s, err := kept("later")
		done <- fmt.Sprint(s, err)
	}()
}

// Start lets Later go on, when this call has ended.
func Start() { close(start) }

// Result waits for it.
func Result() string { return <-done }

var (
	kept  func(string) (string, error)
	start = make(chan struct{})
	done  chan string
)

// Options hold functions.
type Options struct {
	Name string
	Map  func(string) string
}

// Run runs with options.
func Run(o Options, s string) string {
	if o.Map == nil {
		return s
	}
	return o.Name + o.Map(s)
}

// Handler is a func type with a method.
type Handler func(req *Request) error

// Serve calls the handler.
func (h Handler) Serve(req *Request) error { return h(req) }

// Server is what Handler implements.
type Server interface{ Serve(req *Request) error }

// Request is passed by pointer.
type Request struct {
	Path string
	log  []string
}

// Log adds a line.
func (r *Request) Log(line string) { r.log = append(r.log, line) }

// Lines are what was logged.
func (r *Request) Lines() []string { return r.log }

// Handle runs a server.
func Handle(s Server, path string) ([]string, error) {
	r := &Request{Path: path}
	err := s.Serve(r)
	return r.log, err
}

// Log wraps a handler.
func Log(h Handler) Handler {
	return func(req *Request) error {
		req.Log("before")
		err := h(req)
		req.Log("after")
		return err
	}
}

// Shape is implemented in JavaScript.
type Shape interface {
	Area() float64
	Name() string
}

// Describe prints a shape.
func Describe(s Shape) string { return fmt.Sprintf("%s of %g", s.Name(), s.Area()) }

// Names joins the names of shapes.
func Names(shapes []Shape, first, second, third, fourth, fifth, sixth, seventh Shape) string {
	var names []string
	for _, s := range append(shapes, first, second, third, fourth, fifth, sixth, seventh) {
		names = append(names, s.Name())
	}
	return strings.Join(names, "")
}

// Same gives a shape back.
func Same(s Shape) Shape { return s }

// Sealed cannot be implemented elsewhere.
type Sealed interface{ sealed() }

// TakeSealed takes one.
func TakeSealed(s Sealed) {}

// Copy reads all of a reader.
func Copy(r io.Reader) (string, error) {
	b, err := io.ReadAll(r)
	return string(b), err
}

// WriteTo writes to a writer, in two parts.
func WriteTo(w io.Writer, text string) (int, error) {
	n, err := io.WriteString(w, strings.ToUpper(text))
	if err != nil {
		return n, err
	}
	m, err := w.Write([]byte("!"))
	return n + m, err
}

// Panics panics after f.
func Panics(f func()) {
	defer func() {
		if v := recover(); v != nil {
			panic(fmt.Sprint("recovered: ", v))
		}
	}()
	f()
}

// ErrStop is what a visitor may return.
var ErrStop = errors.New("stop")

// Coder is an error with a code.
type Coder interface {
	error
	Code() int
}

type exit struct{ code int }

func (e *exit) Error() string { return fmt.Sprint("exit ", e.code) }
func (e *exit) Code() int     { return e.code }

// Exit makes an error of an interface's type.
func Exit(code int) Coder { return &exit{code} }

// CodeOf is the code of the error that f gives, -1 of another one.
func CodeOf(f func() error) int {
	var coder Coder
	switch err := f(); {
	case err == nil:
		return 0
	case errors.As(err, &coder):
		return coder.Code()
	}
	return -1
}
