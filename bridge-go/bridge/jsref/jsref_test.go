package jsref

import (
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// collected waits for cleanups: they run on a goroutine of their own, some time after a collection.
func collected(t *testing.T, table *Table, env uint32, want int) []uint64 {
	t.Helper()
	var ids []uint64
	for range 500 {
		runtime.GC()
		if ids = append(ids, table.Take(env)...); len(ids) >= want {
			break
		}
		time.Sleep(2 * time.Millisecond)
	}
	slices.Sort(ids)
	return ids
}

func TestAnIdIsToldOnceForEachTimeItWasHeld(t *testing.T) {
	var table Table
	kept := table.New(1, 7)
	table.New(1, 7)
	table.New(1, 8)
	table.New(2, 9)
	if ids := collected(t, &table, 1, 2); !slices.Equal(ids, []uint64{7, 8}) {
		t.Errorf("environment 1: %v", ids)
	}
	if ids := collected(t, &table, 2, 1); !slices.Equal(ids, []uint64{9}) {
		t.Errorf("environment 2: %v", ids)
	}
	if !kept.Same(&Ref{Env: 1, ID: 7}) || kept.Same(&Ref{Env: 2, ID: 7}) || kept.Same(nil) {
		t.Error("Same compares environment and id")
	}
}

func TestTwoGoroutinesThatAreSentAnObjectGetOneRef(t *testing.T) {
	var table Table
	for id := range uint64(100000) {
		var refs [2]*Ref
		var ready, done sync.WaitGroup
		ready.Add(len(refs))
		for i := range refs {
			done.Go(func() {
				ready.Done()
				ready.Wait()
				refs[i] = table.Intern(1, id)
			})
		}
		if done.Wait(); refs[0] != refs[1] {
			t.Fatalf("object %d is two values", id)
		}
	}
}

func TestAClosedEnvironmentCollectsNothing(t *testing.T) {
	var table Table
	table.New(1, 7)
	table.Close(1)
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
	if len(table.unref) != 0 {
		t.Errorf("left: %v", table.unref)
	}
}

func TestARefIsNotPrintedAsWhatItConsistsOf(t *testing.T) {
	ref := &Ref{Env: 1, ID: 2}
	if text := fmt.Sprint([]any{ref}); text != "[an object of JavaScript]" {
		t.Errorf("printed as %s", text)
	}
	if text, err := json.Marshal([]any{ref}); err == nil || !strings.Contains(err.Error(), "an object of JavaScript has no JSON in Go") {
		t.Errorf("marshalled to %s, %v", text, err)
	}
}
