package wire

import (
	"strings"
	"testing"
)

func TestTextIsASCIIUnlessAnyByteIsNot(t *testing.T) {
	for n := range 200 {
		text := strings.Repeat("x", n)
		if !IsASCII(text) {
			t.Fatalf("%d bytes of ASCII are not", n)
		}
		for i := range n {
			if IsASCII(text[:i] + "\x80" + text[i+1:]) {
				t.Fatalf("byte %d of %d was not seen", i, n)
			}
		}
	}
}

func BenchmarkIsASCII(b *testing.B) {
	text := strings.Repeat("x", 1024)
	for b.Loop() {
		IsASCII(text)
	}
}
