// Package handle keeps the Go values that JavaScript refers to: the only place that owns them.
//
// A handle is generation × 2^32 + index, a safe integer. Per environment the table counts how often a handle was sent;
// JavaScript gives back with the count it received, and when they are equal the value is let go of. So a finaliser
// can never free what was just sent again. A handle that was let go of is dead for ever: its slot's generation moves on.
package handle

import (
	"errors"
	"reflect"
	"sync"
)

var (
	// ErrDisposed: the environment holds no such handle (any more).
	ErrDisposed = errors.New("the object was disposed, or the handle is not of this environment")
	// ErrCount: more was given back than was sent.
	ErrCount = errors.New("a handle was given back more often than it was sent")
)

// maxGeneration keeps every handle within 2^53. A slot that reached it is not used again.
const maxGeneration = 1<<21 - 1

// A Table maps handles to values. The zero Table is empty. It may be used by any number of goroutines.
type Table struct {
	mu    sync.Mutex
	slots []slot
	free  []uint32
	index map[any]uint32 // pointer → slot, so that one pointer has one handle
}

// A slot holds one value. counts of one environment, by far the most frequent, stand in the slot itself.
type slot struct {
	value  any
	gen    uint32
	env    uint32
	count  uint32
	copied bool // the value stands for *value: it came to JavaScript by value
	keyed  bool // index[value] is this slot
	more   map[uint32]uint32
}

// Send returns the handle of v for environment env and counts it as sent once. A pointer has one handle as long as
// anyone holds it. copied says that v, a pointer, stands for the value it points to; a pointer that is also sent as
// itself is no longer copied. Other values get a new handle each time.
func (t *Table) Send(env uint32, v any, copied bool) uint64 {
	pointer := reflect.TypeOf(v).Kind() == reflect.Pointer
	t.mu.Lock()
	defer t.mu.Unlock()
	if pointer {
		if i, ok := t.index[v]; ok {
			s := &t.slots[i]
			s.copied = s.copied && copied
			s.add(env)
			return number(i, s.gen)
		}
	}
	i := t.take()
	s := &t.slots[i]
	s.value, s.copied, s.keyed, s.env, s.count = v, copied, pointer, env, 1
	if pointer {
		if t.index == nil {
			t.index = map[any]uint32{}
		}
		t.index[v] = i
	}
	return number(i, s.gen)
}

// Lookup returns the value of a handle that env holds, and whether the pointer stands for the value it points to.
func (t *Table) Lookup(env uint32, h uint64) (v any, copied bool, err error) {
	t.mu.Lock()
	i := uint32(h)
	if uint64(i) < uint64(len(t.slots)) {
		if s := &t.slots[i]; uint64(s.gen) == h>>32 && (s.env == env && s.count > 0 || s.more[env] > 0) {
			v, copied = s.value, s.copied
			t.mu.Unlock()
			return v, copied, nil
		}
	}
	t.mu.Unlock()
	return nil, false, ErrDisposed
}

// GiveBack takes back n sendings of a handle to env.
func (t *Table) GiveBack(env uint32, h uint64, n uint64) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	i := uint32(h)
	if uint64(i) >= uint64(len(t.slots)) || uint64(t.slots[i].gen) != h>>32 {
		return ErrDisposed
	}
	s := &t.slots[i]
	switch {
	case s.env == env && s.count > 0:
		if n > uint64(s.count) {
			return ErrCount
		}
		s.count -= uint32(n)
	case s.more[env] > 0:
		if n > uint64(s.more[env]) {
			return ErrCount
		}
		s.more[env] -= uint32(n)
		if s.more[env] == 0 {
			delete(s.more, env)
		}
	default:
		return ErrDisposed
	}
	t.drop(i)
	return nil
}

// Close gives back everything env holds.
func (t *Table) Close(env uint32) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.slots {
		s := &t.slots[i]
		if s.env == env {
			s.count = 0
		}
		delete(s.more, env)
		t.drop(uint32(i))
	}
}

// Live is the number of values that are held.
func (t *Table) Live() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	live := 0
	for i := range t.slots {
		if t.slots[i].value != nil {
			live++
		}
	}
	return live
}

// take finds an empty slot.
func (t *Table) take() uint32 {
	if last := len(t.free) - 1; last >= 0 {
		i := t.free[last]
		t.free = t.free[:last]
		return i
	}
	t.slots = append(t.slots, slot{gen: 1})
	return uint32(len(t.slots) - 1)
}

// drop empties a slot that nobody holds.
func (t *Table) drop(i uint32) {
	s := &t.slots[i]
	if s.count > 0 || len(s.more) > 0 || s.value == nil {
		return
	}
	if s.keyed && t.index[s.value] == i {
		delete(t.index, s.value)
	}
	*s = slot{gen: s.gen + 1}
	if s.gen <= maxGeneration {
		t.free = append(t.free, i)
	}
}

func (s *slot) add(env uint32) {
	switch {
	case s.env == env:
		s.count++
	case s.count == 0 && s.more[env] == 0:
		s.env, s.count = env, 1
	default:
		if s.more == nil {
			s.more = map[uint32]uint32{}
		}
		s.more[env]++
	}
}

func number(i, gen uint32) uint64 { return uint64(gen)<<32 | uint64(i) }
