// Package handle keeps the Go values that JavaScript refers to: the only place that owns them.
//
// A handle is generation × 2^32 + index, a safe integer. Per environment the table counts how often a handle was sent;
// JavaScript gives back with the count it received, and when they are equal the value is let go of. So a finaliser
// can never free what was just sent again. A handle that was let go of is dead for ever: its slot's generation moves on.
package handle

import (
	"errors"
	"sync"
	"sync/atomic"
)

var (
	// ErrDisposed: the environment holds no such handle (any more).
	ErrDisposed = errors.New("the object was disposed, or the handle is not of this environment")
	// ErrCount: more was given back than was sent.
	ErrCount = errors.New("a handle was given back more often than it was sent")
)

// maxGeneration keeps every handle within 2^53. A slot that reached it is not used again.
const maxGeneration = 1<<21 - 1

// A Table maps handles to values. The zero Table is empty. It may be used by any number of goroutines. Lookup, which every
// call of a method needs, takes no lock.
type Table struct {
	mu    sync.Mutex
	slots atomic.Pointer[[]slot] // replaced when it grows
	used  uint32                 // how many slots have been taken ever
	free  []uint32
	index map[any]uint32 // key → slot, so that one pointer or function has one handle
}

// A slot is a place in the table, which holds one value after the other.
type slot struct {
	held atomic.Pointer[held] // nil when it is empty
	gen  uint32
}

// What a slot holds. Only counts change, under the lock. Those of one environment, by far the most frequent, need no map.
type held struct {
	value  any
	gen    uint32
	copied atomic.Bool   // the value stands for *value: it came to JavaScript by value
	key    any           // index[key] is this slot; nil for values that have a slot for each sending
	own    atomic.Uint64 // env << 32 | count
	more   map[uint32]uint32
}

// Send returns the handle of v for environment env and counts it as sent once. A pointer or function has one handle as
// long as anyone holds it. copied says that v, a pointer, stands for the value it points to; a pointer that is also sent
// as itself is no longer copied. Other values get a new handle each time.
func (t *Table) Send(env uint32, v any, copied bool) uint64 {
	key := keyOf(v)
	t.mu.Lock()
	defer t.mu.Unlock()
	if key != nil {
		if i, ok := t.index[key]; ok {
			h := t.at(i).held.Load()
			if !copied {
				h.copied.Store(false)
			}
			h.add(env)
			return number(i, h.gen)
		}
	}
	i := t.take()
	s := t.at(i)
	h := &held{value: v, gen: s.gen, key: key}
	h.copied.Store(copied)
	h.own.Store(own(env, 1))
	s.held.Store(h)
	if key != nil {
		if t.index == nil {
			t.index = map[any]uint32{}
		}
		t.index[key] = i
	}
	return number(i, s.gen)
}

// Lookup returns the value of a handle that env holds, and whether the pointer stands for the value it points to.
func (t *Table) Lookup(env uint32, h uint64) (v any, copied bool, err error) {
	held := t.find(h)
	if held == nil {
		return nil, false, ErrDisposed
	}
	if n := held.own.Load(); uint32(n>>32) != env || uint32(n) == 0 {
		t.mu.Lock()
		more := held.more[env]
		t.mu.Unlock()
		if more == 0 {
			return nil, false, ErrDisposed
		}
	}
	return held.value, held.copied.Load(), nil
}

// find returns what the handle stands for; nil when that was let go of. A list that was replaced meanwhile may still show
// it, but then nobody holds it.
func (t *Table) find(h uint64) *held {
	slots := t.slots.Load()
	if slots == nil || uint64(uint32(h)) >= uint64(len(*slots)) {
		return nil
	}
	if held := (*slots)[uint32(h)].held.Load(); held != nil && uint64(held.gen) == h>>32 {
		return held
	}
	return nil
}

// GiveBack takes back n sendings of a handle to env.
func (t *Table) GiveBack(env uint32, h uint64, n uint64) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	held := t.find(h)
	if held == nil {
		return ErrDisposed
	}
	count, theOwn := held.count(env)
	switch {
	case count == 0:
		return ErrDisposed
	case n > uint64(count):
		return ErrCount
	case theOwn:
		held.own.Store(own(env, count-uint32(n)))
	case n == uint64(count):
		delete(held.more, env)
	default:
		held.more[env] = count - uint32(n)
	}
	t.drop(uint32(h))
	return nil
}

// Close gives back everything env holds.
func (t *Table) Close(env uint32) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.used {
		held := t.at(i).held.Load()
		if held == nil {
			continue
		}
		if _, theOwn := held.count(env); theOwn {
			held.own.Store(0)
		}
		delete(held.more, env)
		t.drop(i)
	}
}

// Live is the number of values that are held.
func (t *Table) Live() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	live := 0
	for i := range t.used {
		if t.at(i).held.Load() != nil {
			live++
		}
	}
	return live
}

func (t *Table) at(i uint32) *slot { return &(*t.slots.Load())[i] }

// take finds an empty slot.
func (t *Table) take() uint32 {
	if last := len(t.free) - 1; last >= 0 {
		i := t.free[last]
		t.free = t.free[:last]
		return i
	}
	t.grow()
	t.used++
	return t.used - 1
}

// grow makes room for one more slot.
func (t *Table) grow() {
	old := t.slots.Load()
	if old != nil && int(t.used) < len(*old) {
		return
	}
	slots := make([]slot, max(64, 2*int(t.used)))
	for i := range slots {
		slots[i].gen = 1
		if i < int(t.used) {
			slots[i].gen = (*old)[i].gen
			slots[i].held.Store((*old)[i].held.Load())
		}
	}
	t.slots.Store(&slots)
}

// drop empties a slot that nobody holds.
func (t *Table) drop(i uint32) {
	s := t.at(i)
	h := s.held.Load()
	if uint32(h.own.Load()) > 0 || len(h.more) > 0 {
		return
	}
	if h.key != nil && t.index[h.key] == i {
		delete(t.index, h.key)
	}
	s.held.Store(nil)
	s.gen++
	if s.gen <= maxGeneration {
		t.free = append(t.free, i)
	}
}

// count tells how often the value was sent to env, and whether that stands in own.
func (h *held) count(env uint32) (count uint32, theOwn bool) {
	if n := h.own.Load(); uint32(n>>32) == env && uint32(n) > 0 {
		return uint32(n), true
	}
	return h.more[env], false
}

func (h *held) add(env uint32) {
	count, theOwn := h.count(env)
	if theOwn || count == 0 && uint32(h.own.Load()) == 0 {
		h.own.Store(own(env, count+1))
		return
	}
	if h.more == nil {
		h.more = map[uint32]uint32{}
	}
	h.more[env]++
}

func own(env, count uint32) uint64 { return uint64(env)<<32 | uint64(count) }

func number(i, gen uint32) uint64 { return uint64(gen)<<32 | uint64(i) }
