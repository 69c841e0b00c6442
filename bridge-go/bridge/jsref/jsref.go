// Package jsref keeps what Go holds of JavaScript: objects stay in a table there, under a number, until Go's garbage
// collector has met no reference to them any more.
package jsref

import (
	"runtime"
	"sync"
	"weak"
)

// A Ref stands for an object of one environment. Each time JavaScript sends the object, Go makes one.
type Ref struct {
	Env uint32
	ID  uint64
}

// Same reports whether both stand for one object.
func (r *Ref) Same(other *Ref) bool { return r != nil && other != nil && *r == *other }

// A Table collects the ids that Go let go of, for each environment. Its zero value is empty.
type Table struct {
	mu    sync.Mutex
	unref map[uint32][]uint64
	known map[Ref]weak.Pointer[Ref] // of those that Intern gave
}

// New makes the Ref of an object that JavaScript has just sent.
func (t *Table) New(env uint32, id uint64) *Ref {
	t.mu.Lock()
	if t.unref == nil {
		t.unref = map[uint32][]uint64{}
	}
	if _, known := t.unref[env]; !known {
		t.unref[env] = nil
	}
	t.mu.Unlock()
	r := &Ref{env, id}
	runtime.AddCleanup(r, t.letGo, *r)
	return r
}

// Intern gives one Ref for each object, however often it is sent: where Go compares values, one object is one value.
func (t *Table) Intern(env uint32, id uint64) *Ref {
	key := Ref{env, id}
	t.mu.Lock()
	if r := t.known[key].Value(); r != nil {
		t.unref[env] = append(t.unref[env], id) // this time it was sent for nothing
		t.mu.Unlock()
		return r
	}
	t.mu.Unlock()
	r := t.New(env, id)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.known == nil {
		t.known = map[Ref]weak.Pointer[Ref]{}
	}
	t.known[key] = weak.Make(r)
	return r
}

// letGo notes the id, unless the environment has ended.
func (t *Table) letGo(r Ref) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if known, ok := t.known[r]; ok && known.Value() == nil {
		delete(t.known, r)
	}
	if ids, open := t.unref[r.Env]; open {
		t.unref[r.Env] = append(ids, r.ID)
	}
}

// Take gives the ids that Go let go of since it was last asked, each as often as Go held it.
func (t *Table) Take(env uint32) []uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	ids := t.unref[env]
	if ids != nil {
		t.unref[env] = nil
	}
	return ids
}

// Close forgets an environment.
func (t *Table) Close(env uint32) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.unref, env)
}
