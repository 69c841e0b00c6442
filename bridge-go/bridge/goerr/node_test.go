package goerr

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"
)

type hostile struct{ Cause error }

func (hostile) Error() string { panic("no message today") }
func (hostile) Unwrap() error { panic("no cause either") }

type loop struct{}

func (l *loop) Error() string { return "loop" }
func (l *loop) Unwrap() error { return l }

type tree struct{}

func (t *tree) Error() string   { return "tree" }
func (t *tree) Unwrap() []error { return []error{t, t, t} }

type detailed struct {
	Code    int64
	When    time.Time
	Inner   struct{ Names []string }
	Next    *detailed
	Do      func()
	private string
}

func (*detailed) Error() string { return "detailed" }

func TestDescribeFollowsTheChain(t *testing.T) {
	n := Describe(fmt.Errorf("reading: %w", &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrNotExist}))
	if n.Message != "reading: open /x: file does not exist" || n.GoType != "*fmt.wrapError" || n.Fields != nil {
		t.Errorf("got %+v", n)
	}
	if c := n.Cause; c.GoType != "*fs.PathError" || c.Cause.Err != fs.ErrNotExist || c.Cause.Cause != nil {
		t.Errorf("got %+v", c)
	}
	if got := string(n.Cause.Fields); !strings.HasPrefix(got, "\x83\xa2Op\xa4open\xa4Path\xa2/x\xa3Err\xb3file does not exist") {
		t.Errorf("fields %q", got)
	}
	if Describe(nil) != nil {
		t.Error("nil has a node")
	}
}

func TestDescribeJoined(t *testing.T) {
	a, b := errors.New("a"), errors.New("b")
	n := Describe(errors.Join(a, b))
	if len(n.Errors) != 2 || n.Errors[0].Err != a || n.Errors[1].Message != "b" || n.Cause != nil {
		t.Errorf("got %+v", n)
	}
}

func TestDescribeSurvivesHostileErrors(t *testing.T) {
	n := Describe(hostile{})
	if !strings.Contains(n.Message, "no message today") || n.Cause != nil {
		t.Errorf("got %+v", n)
	}
	var null *detailed
	if n := Describe(null); n.Message != "detailed" || n.Fields != nil {
		t.Errorf("got %+v", n)
	}
	var path *fs.PathError
	if n := Describe(path); !strings.Contains(n.Message, "nil pointer") {
		t.Errorf("got %q", n.Message)
	}
}

func TestDescribeIsBounded(t *testing.T) {
	depth := 0
	for n := Describe(&loop{}); n != nil; n = n.Cause {
		depth++
	}
	if depth != maxDepth {
		t.Errorf("%d deep, want %d", depth, maxDepth)
	}
	var count func(n *Node) int
	count = func(n *Node) int {
		total := 1
		for _, e := range n.Errors {
			total += count(e)
		}
		return total
	}
	if got := count(Describe(&tree{})); got != maxNodes {
		t.Errorf("%d nodes, want %d", got, maxNodes)
	}
}

func TestFieldsAreBounded(t *testing.T) {
	e := &detailed{Code: 1 << 60, private: "hidden"}
	e.Inner.Names = make([]string, 1_000_000)
	e.Next = e
	got := Describe(e).Fields
	if len(got) == 0 || len(got) > 1<<16 {
		t.Errorf("%d bytes of fields", len(got))
	}
	if strings.Contains(string(got), "hidden") || strings.Contains(string(got), "private") {
		t.Error("an unexported field is shown")
	}
}

func TestText(t *testing.T) {
	for want, v := range map[string]any{"5": 5, "x": "x", "1s": time.Second, "loop": &loop{}, "goerr.hostile (it panicked while it was printed)": hostile{}} {
		if got := Text(v); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestJavaScriptError(t *testing.T) {
	for want, e := range map[string]*JavaScriptError{"m": {"Error", "m", nil}, "TypeError: m": {"TypeError", "m", nil}} {
		if e.Error() != want {
			t.Errorf("got %q, want %q", e.Error(), want)
		}
	}
}
