// Package lane keeps the environments of JavaScript threads and the memory their calls travel in.
//
// A lane belongs to the one thread that attached it, so its fields need no lock; only the table of environments is
// shared. Memory of a lane is JavaScript's: Go touches it only inside a call on that lane.
package lane

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"usegolib.internal/bridge/abi"
)

// MinBytes is the least memory a lane may have: every short reply (a spilled one's status and length) must fit.
const MinBytes = 64

// A Lane is one attached memory and what the calls on it leave with Go.
type Lane struct {
	Env    uint32
	Memory []byte
	Lent   [][]byte // payloads of the next call; memory of JavaScript
	Kept   [][]byte // payloads of the last reply
	Spill  []byte   // the last reply, if it did not fit
	// Written are Go's slices of what the last call was lent to write to.
	Written [][]byte
	Busy    bool // a call is running on this lane
	State   any  // what the dispatcher keeps between the calls on this lane
}

// An env is one JavaScript thread.
type env struct {
	lanes [abi.LaneDepth]*Lane
}

// A Table holds the environments of one library. Its zero value is empty. Lookup takes no lock.
type Table struct {
	mu   sync.Mutex
	envs atomic.Pointer[[]atomic.Pointer[env]] // by number; 0 is never used
	last uint32
	open atomic.Int32
}

// Open begins an environment with a lane of depth 0 and returns that lane's number, or −1.
func (t *Table) Open(memory unsafe.Pointer, size int) int32 {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !fits(memory, size) || t.last == maxEnvs {
		return -1
	}
	t.last++
	t.grow()
	e := &env{}
	e.lanes[0] = &Lane{Env: t.last, Memory: bytes(memory, size)}
	(*t.envs.Load())[t.last].Store(e)
	t.open.Add(1)
	return int32(t.last * abi.LaneDepth)
}

// maxEnvs is how many environments a lane's number can tell apart. They are numbered once and never reused, so a number
// that outlived its environment reaches nothing.
const maxEnvs = (1<<31)/abi.LaneDepth - 1

// grow makes room for environment t.last. Readers of the old list miss only environments that are newer than their number.
func (t *Table) grow() {
	old := t.envs.Load()
	if old != nil && int(t.last) < len(*old) {
		return
	}
	list := make([]atomic.Pointer[env], max(16, 2*int(t.last)))
	if old != nil {
		for i := range *old {
			list[i].Store((*old)[i].Load())
		}
	}
	t.envs.Store(&list)
}

// Attach gives the lane this memory in place of what it had, and returns its number, or −1.
func (t *Table) Attach(number int32, memory unsafe.Pointer, size int) int32 {
	id, depth := uint32(number)/abi.LaneDepth, uint32(number)%abi.LaneDepth
	e := t.env(id)
	if e == nil || !fits(memory, size) {
		return -1
	}
	l := &e.lanes[depth]
	switch {
	case *l == nil:
		*l = &Lane{Env: id}
	case (*l).Busy:
		return -1
	}
	(*l).Memory = bytes(memory, size)
	return number
}

// Lookup returns the lane with this number, or nil.
func (t *Table) Lookup(number int32) *Lane {
	if e := t.env(uint32(number) / abi.LaneDepth); e != nil {
		return e.lanes[uint32(number)%abi.LaneDepth]
	}
	return nil
}

func (t *Table) env(number uint32) *env {
	envs := t.envs.Load()
	if envs == nil || number >= uint32(len(*envs)) {
		return nil
	}
	return (*envs)[number].Load()
}

// Close forgets an environment and its lanes; false when there is none.
func (t *Table) Close(number uint32) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.env(number) == nil {
		return false
	}
	(*t.envs.Load())[number].Store(nil)
	t.open.Add(-1)
	return true
}

// Len is the number of open environments.
func (t *Table) Len() int { return int(t.open.Load()) }

func fits(memory unsafe.Pointer, size int) bool {
	return memory != nil && size >= MinBytes && size <= abi.LaneMaxBytes
}

func bytes(memory unsafe.Pointer, size int) []byte { return unsafe.Slice((*byte)(memory), size) }
