// Package foreign has one function of each kind that a platform can get wrong: what crosses, what calls back, what goes
// through a signal handler, and what asks the system.
package foreign

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"time"
)

// Target is what the library was built for.
func Target() string { return runtime.GOOS + "-" + runtime.GOARCH }

// Add is a + b.
func Add(a, b int) int { return a + b }

// Next is the next integer of 64 bits.
func Next(n int64) int64 { return n + 1 }

// Upper gives text back.
func Upper(s string) string { return strings.ToUpper(s) }

// Reverse gives bytes back.
func Reverse(b []byte) []byte {
	out := make([]byte, len(b))
	for i, x := range b {
		out[len(b)-1-i] = x
	}
	return out
}

// Count counts words.
func Count(s string) map[string]int {
	words := map[string]int{}
	for _, w := range strings.Fields(s) {
		words[w]++
	}
	return words
}

// Point is a record.
type Point struct{ X, Y float64 }

// Middle is between two points.
func Middle(a, b Point) Point { return Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }

// Later moves a time.
func Later(t time.Time, d time.Duration) time.Time { return t.Add(d) }

// Account is a live object.
type Account struct {
	mu      sync.Mutex
	balance int
}

// NewAccount opens an account.
func NewAccount(balance int) *Account { return &Account{balance: balance} }

// Poor says what was missing.
type Poor struct{ Missing int }

func (p *Poor) Error() string { return fmt.Sprintf("%d too little", p.Missing) }

// Take takes money, if there is enough.
func (a *Account) Take(n int) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if n > a.balance {
		return 0, &Poor{Missing: n - a.balance}
	}
	a.balance -= n
	return a.balance, nil
}

// Crash reads through a nil pointer: a signal, or an exception of Windows, that Go makes a panic of.
func Crash() int {
	var p *Point
	return int(p.X)
}

// Panic panics with a message.
func Panic(text string) { panic(text) }

// Apply calls f.
func Apply(f func(int) int, n int) int { return f(n) }

// Each calls f from n goroutines at once.
func Each(n int, f func(int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { f(i) })
	}
	all.Wait()
}

// Grow needs a deep stack, and the collector.
func Grow(depth int) int {
	if depth == 0 {
		runtime.GC()
		return 0
	}
	var room [64]byte
	room[depth%64] = 1
	return Grow(depth-1) + int(room[depth%64])
}

// Loop serves a page on the loopback interface and fetches it.
func Loop(text string) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	go http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, text) }))
	res, err := http.Get("http://" + l.Addr().String())
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return string(body), err
}
