package wire

import (
	"fmt"
	"testing"
)

// TestPathLeadsToTheLastByteRead reads a frame item by item and asks where each stands.
func TestPathLeadsToTheLastByteRead(t *testing.T) {
	var r Reader
	r.From([]byte{1, 0x92, 2, 0x91, 0xa1, 'x', 0x82, 0xa1, 'k', 0x91, 5, 6, 7, 0x81, 0x90, 8}, nil)
	for _, want := range []string{
		"0", "1", "1 0", "1 1", "1 1 0", "2", "2 key(a16b)", "2 at(a16b)", "2 at(a16b) 0", "2 key(06)", "2 at(06)",
		"3", "3 key()", "3 at()",
	} {
		r.skip()
		if got := text(r.Path(0)); got != want {
			t.Errorf("at byte %d: %s, want %s", r.pos, got, want)
		}
	}
}

func TestPathOfFramesThatAreCutShort(t *testing.T) {
	for frame, want := range map[string]string{"\x01\x92\x01": "1 0", "\x01\x81": "1", "\xa5x": "0", "\x91\xdb\xff": "0 0"} {
		var r Reader
		r.From([]byte(frame), nil)
		r.pos = len(frame)
		if got := text(r.Path(0)); got != want {
			t.Errorf("%x: %s, want %s", frame, got, want)
		}
	}
}

func TestPathHasAnEnd(t *testing.T) {
	deep := make([]byte, 4000)
	for i := range deep {
		deep[i] = 0x91
	}
	var r Reader
	r.From(append(deep, 1), nil)
	r.pos = len(deep) + 1
	if n := len(r.Path(0)); n != maxSteps {
		t.Errorf("%d steps", n)
	}
}

func text(path []Step) (s string) {
	for i, step := range path {
		if i > 0 {
			s += " "
		}
		switch {
		case step.IsKey:
			s += fmt.Sprintf("key(%x)", step.Key)
		case step.InMap:
			s += fmt.Sprintf("at(%x)", step.Key)
		default:
			s += fmt.Sprint(step.Index)
		}
	}
	return s
}
