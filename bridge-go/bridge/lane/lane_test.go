package lane

import (
	"sync"
	"testing"
	"unsafe"

	"usegolib.internal/bridge/abi"
)

func memory(size int) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(make([]byte, size))) }

func TestEnvironmentsHaveLanes(t *testing.T) {
	var table Table
	first, second := table.Open(memory(MinBytes), MinBytes), table.Open(memory(128), 128)
	if first != abi.LaneDepth || second != 2*abi.LaneDepth {
		t.Fatalf("lanes %d and %d", first, second)
	}
	if table.Lookup(first+1) != nil {
		t.Error("depth 1 before it was attached")
	}
	if got := table.Attach(first+1, memory(256), 256); got != first+1 || len(table.Lookup(first+1).Memory) != 256 {
		t.Errorf("attached %d", got)
	}
	if table.Attach(first+1, memory(512), 512); len(table.Lookup(first+1).Memory) != 512 {
		t.Error("the memory was not replaced")
	}
	if !table.Close(1) || table.Close(1) || table.Lookup(first) != nil || table.Lookup(second) == nil || table.Len() != 1 {
		t.Error("closing the first environment must end it, once, and no other")
	}
}

func TestLanesThatDoNotExist(t *testing.T) {
	var table Table
	lane := table.Open(memory(MinBytes), MinBytes)
	for _, number := range []int32{-1, 0, 15, lane + abi.LaneDepth, 1<<31 - 1, -1 << 31} {
		if table.Lookup(number) != nil || table.Attach(number, memory(64), 64) != -1 {
			t.Errorf("lane %d exists", number)
		}
	}
	if table.Open(nil, 64) != -1 || table.Open(memory(8), 8) != -1 || table.Attach(lane, memory(64), -1) != -1 {
		t.Error("memory that cannot be a lane was taken")
	}
	table.Lookup(lane).Busy = true
	if table.Attach(lane, memory(64), 64) != -1 {
		t.Error("the memory of a running call was replaced")
	}
}

func TestPayloads(t *testing.T) {
	l := &Lane{Kept: [][]byte{{1, 2}, {3}}, Spill: []byte{4}}
	dst := make([]byte, 2)
	at := unsafe.Pointer(&dst[0])
	if !l.Take(0, at) || dst[1] != 2 || l.Take(0, at) {
		t.Error("a kept payload is taken once")
	}
	if !l.Take(-1, at) || dst[0] != 4 || l.Take(-1, at) || l.Take(2, at) || l.Take(-2, at) {
		t.Error("the spilled reply is taken once")
	}
	l.Written = [][]byte{{5}, {6, 7}}
	if !l.Take(-3, at) || dst[1] != 7 || l.Take(-3, at) || l.Take(-4, at) || !l.Take(-2, at) || dst[0] != 5 {
		t.Error("what was written to lent memory is taken once")
	}
	if l.Lend(at, 2) != 0 || l.Lend(at, 1) != 1 || l.Lend(nil, 1) != -1 || len(l.Lent) != 2 {
		t.Error("lent payloads count from 0")
	}
	if l.Lend(nil, -1); len(l.Lent) != 0 {
		t.Error("what was lent was not taken back")
	}
	l.Lend(at, 2)
	l.Begin()
	l.End()
	if len(l.Lent) != 0 || l.Kept != nil || l.Lent[:1][0] != nil {
		t.Error("memory was held after the call")
	}
}

func TestManyThreads(t *testing.T) {
	var table Table
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 500 {
				lane := table.Open(memory(MinBytes), MinBytes)
				if l := table.Lookup(lane); l == nil || int32(l.Env) != lane/abi.LaneDepth {
					t.Errorf("lane %d: %v", lane, l)
				}
				if !table.Close(uint32(lane / abi.LaneDepth)) {
					t.Errorf("lane %d could not be closed", lane)
				}
			}
		})
	}
	wait.Wait()
	if table.Len() != 0 {
		t.Errorf("%d environments open", table.Len())
	}
}
