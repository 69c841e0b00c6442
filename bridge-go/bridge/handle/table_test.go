package handle

import (
	"errors"
	"runtime"
	"sync"
	"testing"
)

type thing struct{ n int }

func wantError(t *testing.T, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOnePointerHasOneHandle(t *testing.T) {
	var table Table
	p := &thing{1}
	h := table.Send(1, p, false)
	if again := table.Send(1, p, false); again != h {
		t.Errorf("handles %x and %x for one pointer", h, again)
	}
	if other := table.Send(1, &thing{1}, false); other == h {
		t.Error("two pointers share a handle")
	}
	first := &struct{ thing }{}
	if table.Send(1, first, false) == table.Send(1, &first.thing, false) {
		t.Error("a struct and its first field share a handle")
	}
}

func TestValuesLiveAsLongAsTheyAreSentMoreOftenThanGivenBack(t *testing.T) {
	var table Table
	p := &thing{1}
	h := table.Send(1, p, false)
	table.Send(1, p, false)
	wantError(t, table.GiveBack(1, h, 1), nil)
	if v, _, err := table.Lookup(1, h); v != any(p) || err != nil {
		t.Errorf("got %v, %v", v, err)
	}
	wantError(t, table.GiveBack(1, h, 2), ErrCount)
	wantError(t, table.GiveBack(1, h, 1), nil)
	_, _, err := table.Lookup(1, h)
	wantError(t, err, ErrDisposed)
	wantError(t, table.GiveBack(1, h, 1), ErrDisposed)
}

func TestADeadHandleNeverReachesAnotherObject(t *testing.T) {
	var table Table
	dead := table.Send(1, &thing{1}, false)
	table.GiveBack(1, dead, 1)
	next := table.Send(1, &thing{2}, false)
	if uint32(next) != uint32(dead) || next == dead {
		t.Fatalf("slot %x after %x: want the slot again with a new generation", next, dead)
	}
	_, _, err := table.Lookup(1, dead)
	wantError(t, err, ErrDisposed)
}

func TestAWornSlotIsRetired(t *testing.T) {
	var table Table
	h := table.Send(1, &thing{}, false)
	table.at(uint32(h)).gen = maxGeneration - 1
	wantError(t, table.GiveBack(1, h, 1), nil)
	last := table.Send(1, &thing{}, false)
	if last != number(uint32(h), maxGeneration) || last > 1<<53-1 {
		t.Fatalf("handle %x after %x: want the slot's last generation, a safe integer", last, h)
	}
	wantError(t, table.GiveBack(1, last, 1), nil)
	if next := table.Send(1, &thing{}, false); uint32(next) == uint32(h) {
		t.Error("the slot was used again")
	}
}

func TestHandlesBelongToTheirEnvironment(t *testing.T) {
	var table Table
	p := &thing{}
	h := table.Send(1, p, false)
	_, _, err := table.Lookup(2, h)
	wantError(t, err, ErrDisposed)
	wantError(t, table.GiveBack(2, h, 1), ErrDisposed)
	if table.Send(2, p, false) != h || table.Send(3, p, false) != h {
		t.Fatal("one pointer, several handles")
	}
	table.Close(1)
	if _, _, err := table.Lookup(2, h); err != nil {
		t.Errorf("closing one environment took the handle of another: %v", err)
	}
	wantError(t, table.GiveBack(2, h, 1), nil)
	table.Close(3)
	if table.Live() != 0 || len(table.index) != 0 {
		t.Errorf("%d live, %d indexed", table.Live(), len(table.index))
	}
}

func TestAPointerSentAsItselfIsNoLongerACopy(t *testing.T) {
	var table Table
	p := &thing{}
	h := table.Send(1, p, true)
	if _, copied, _ := table.Lookup(1, h); !copied {
		t.Error("want a copy")
	}
	table.Send(1, p, false)
	if _, copied, _ := table.Lookup(1, h); copied {
		t.Error("want the pointer")
	}
}

type named func() int

func TestAFunctionHasOneHandleForEachOfItsTypes(t *testing.T) {
	var table Table
	counter := func() func() int { n := 0; return func() int { n++; return n } }
	one, other := counter(), counter()
	h := table.Send(1, one, false)
	if table.Send(1, one, false) != h {
		t.Error("the same function has another handle")
	}
	if table.Send(1, other, false) == h {
		t.Error("functions with variables of their own share a handle")
	}
	if v, _, _ := table.Lookup(1, table.Send(1, named(one), false)); v.(named)() != 1 {
		t.Error("want the function as a value of its other type")
	}
	table.Close(1)
	if table.Live() != 0 || len(table.index) != 0 {
		t.Errorf("%d live, %d indexed", table.Live(), len(table.index))
	}
}

func TestValuesThatAreNeitherPointersNorFunctionsGetNewHandles(t *testing.T) {
	var table Table
	c := make(chan int)
	if table.Send(1, c, false) == table.Send(1, c, false) {
		t.Error("channels have no identity")
	}
	table.Close(1)
	if table.Live() != 0 {
		t.Errorf("%d live", table.Live())
	}
}

func TestAMillionComeAndGo(t *testing.T) {
	var table Table
	var before, after runtime.MemStats
	for i := range 1_000_000 {
		if i == 1000 {
			runtime.GC()
			runtime.ReadMemStats(&before)
		}
		h := table.Send(1, &thing{i}, false)
		if err := table.GiveBack(1, h, 1); err != nil {
			t.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if table.used != 1 || after.HeapAlloc > before.HeapAlloc+1<<20 {
		t.Errorf("%d slots, heap from %d to %d", table.used, before.HeapAlloc, after.HeapAlloc)
	}
}

func TestManyEnvironmentsAtOnce(t *testing.T) {
	var table Table
	shared := &thing{}
	var wait sync.WaitGroup
	for env := uint32(1); env <= 8; env++ {
		wait.Go(func() {
			for i := range 2000 {
				own, common := &thing{i}, table.Send(env, shared, false)
				h := table.Send(env, own, false)
				if v, _, err := table.Lookup(env, h); v != any(own) || err != nil {
					t.Errorf("env %d: %v, %v", env, v, err)
				}
				if i%2 == 0 {
					table.GiveBack(env, h, 1)
				}
				table.GiveBack(env, common, 1)
			}
			table.Close(env)
		})
	}
	wait.Wait()
	if table.Live() != 0 || len(table.index) != 0 {
		t.Errorf("%d live, %d indexed", table.Live(), len(table.index))
	}
}

func BenchmarkLookup(b *testing.B) {
	var table Table
	h := table.Send(1, &thing{}, false)
	for b.Loop() {
		table.Lookup(1, h)
	}
}
