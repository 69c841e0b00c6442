// Package jsref keeps what Go holds of JavaScript: objects stay in a table there, under a number, until Go's garbage
// collector has met no reference to them any more.
package jsref

import (
	"errors"
	"runtime"
	"sync"
	"weak"
)

// A Ref stands for an object of one environment.
type Ref struct {
	Env   uint32
	ID    uint64
	views map[int]any
}

// An object is what a Ref stands for.
type object struct {
	env uint32
	id  uint64
}

// Same reports whether both stand for one object.
func (r *Ref) Same(other *Ref) bool {
	return r != nil && other != nil && r.Env == other.Env && r.ID == other.ID
}

// String is what Go code that prints values prints for it: what it holds is known to JavaScript only.
func (r *Ref) String() string { return "an object of JavaScript" }

// MarshalJSON refuses, so that no text of ours is taken for the object's.
func (r *Ref) MarshalJSON() ([]byte, error) {
	return nil, errors.New("an object of JavaScript has no JSON in Go")
}

// A Table collects the ids that Go let go of, for each environment. Its zero value is empty.
type Table struct {
	mu    sync.Mutex
	unref map[uint32][]uint64
	known map[object]weak.Pointer[Ref] // of those that Intern gave
}

// New makes the Ref of an object that JavaScript has just sent.
func (t *Table) New(env uint32, id uint64) *Ref {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.add(object{env, id})
}

// Intern gives one Ref for each object, however often and from how many goroutines it is sent: where Go compares values,
// one object is one value.
func (t *Table) Intern(env uint32, id uint64) *Ref {
	o := object{env, id}
	t.mu.Lock()
	defer t.mu.Unlock()
	if r := t.known[o].Value(); r != nil {
		t.tell(o) // this time it was sent for nothing
		return r
	}
	r := t.add(o)
	if t.known == nil {
		t.known = map[object]weak.Pointer[Ref]{}
	}
	t.known[o] = weak.Make(r)
	return r
}

func (t *Table) add(o object) *Ref {
	if t.unref == nil {
		t.unref = map[uint32][]uint64{}
	}
	if _, open := t.unref[o.env]; !open {
		t.unref[o.env] = nil
	}
	r := &Ref{Env: o.env, ID: o.id}
	runtime.AddCleanup(r, t.letGo, o)
	return r
}

// letGo forgets an object that Go's collector found unused.
func (t *Table) letGo(o object) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if known, ok := t.known[o]; ok && known.Value() == nil {
		delete(t.known, o)
	}
	t.tell(o)
}

// tell notes the id for JavaScript, unless the environment has ended.
func (t *Table) tell(o object) {
	if ids, open := t.unref[o.env]; open {
		t.unref[o.env] = append(ids, o.id)
	}
}

// View is what the caller makes of r, once for each key: the same object is the same value for Go, in each of its roles.
func (t *Table) View(r *Ref, key int, make func() any) any {
	t.mu.Lock()
	defer t.mu.Unlock()
	view := r.views[key]
	if view == nil {
		view = make()
		if r.views == nil {
			r.views = map[int]any{}
		}
		r.views[key] = view
	}
	return view
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
