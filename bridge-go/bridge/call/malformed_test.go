package call

import (
	"bytes"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"
	"unsafe"

	"usegolib.internal/bridge/abi"
)

// TestMalformedFrames sends frames that are damaged in every way to every function but the one that ends the process:
// each must come back as a status, and memory must stay where it was. A million with USEGOLIB_STRESS set.
func TestMalformedFrames(t *testing.T) {
	frames := 20_000
	if os.Getenv("USEGOLIB_STRESS") != "" {
		frames = 1_000_000
	}
	random := rand.New(rand.NewPCG(1, 2))
	s := open(t)
	s.call("shared", nil)
	var names []string
	for name := range numbers {
		if name != "exit" && name != "large" && name != "both large" {
			names = append(names, name)
		}
	}
	good := []byte{0xcb, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xa3, 'a', 'b', 'c', 0x92, 2, 3, 0xc4, 2, 1, 2, 0xd6, 3, 0, 0, 0, 0, 0xc1, abi.AnyLend, 0xc4, 1, 5, 0x81, 1, 2}
	copy(good[0:9], s.memory[:9])
	counts := map[int32]int{}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range frames {
		frame := damage(random, good)
		n := copy(s.memory, frame)
		fn := numbers[names[random.IntN(len(names))]]
		if i%5 == 0 {
			fn = int32(random.IntN(len(builtins)+1)) - 1 // there is no function -1
		}
		if i%7 == 0 {
			fn |= abi.FreesFlag
		}
		result := Run(s.lane, fn, int32(n))
		if result < 0 || int(result>>abi.StatusBits) > len(s.memory) {
			t.Fatalf("frame %x to %d: result %d", frame, fn, result)
		}
		counts[result&7]++
		if i%1000 == 999 { // what the good ones made is given back with the environment
			Close(s.lane / abi.LaneDepth)
			s.lane = Open(unsafe.Pointer(&s.memory[0]), len(s.memory))
			s.call("shared", nil)
			copy(good[0:9], s.memory[:9])
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if after.HeapAlloc > before.HeapAlloc+8<<20 {
		t.Errorf("the heap grew from %d to %d", before.HeapAlloc, after.HeapAlloc)
	}
	if counts[abi.StatusFault] < frames/2 || counts[abi.StatusOk] == 0 {
		t.Errorf("statuses %v: the frames are not what this test is about", counts)
	}
}

// damage makes a wrong frame of a good one: bytes changed, cut, repeated, shuffled, or nothing but noise.
func damage(random *rand.Rand, good []byte) []byte {
	frame := bytes.Clone(good[:1+random.IntN(len(good))])
	switch random.IntN(5) {
	case 0:
		frame = frame[random.IntN(len(frame)):]
	case 1:
		for range 1 + random.IntN(4) {
			frame[random.IntN(len(frame))] = byte(random.Uint32())
		}
	case 2:
		at := random.IntN(len(frame))
		bomb := [][]byte{{0xdd, 0xff, 0xff, 0xff, 0xff}, {0xdf, 0x7f, 0xff, 0xff, 0xff}, {0xc6, 0xff, 0xff, 0xff, 0xff}, {0xdb, 0, 0xff, 0xff, 0xff}}[random.IntN(4)]
		frame = append(frame[:at:at], bomb...)
	case 3:
		for i := range frame {
			frame[i] = byte(random.Uint32())
		}
	}
	return frame
}

func TestDepthBombs(t *testing.T) {
	s := open(t)
	s.memory = make([]byte, 8<<20)
	if Attach(s.lane, unsafe.Pointer(&s.memory[0]), len(s.memory)) != s.lane {
		t.Fatal("no lane")
	}
	for _, depth := range []int{10, 4000, 5000, 8<<20 - 1} {
		copy(s.memory, append(bytes.Repeat([]byte{0x91}, depth), 0xc0))
		want := int32(abi.StatusFault)
		if depth < 4096 {
			want = abi.StatusOk
		}
		if got := Run(s.lane, numbers["linked"], int32(depth+1)) & 7; got != want {
			t.Errorf("depth %d: status %d, want %d", depth, got, want)
		}
	}
}
