package call

import (
	"bytes"
	"math"
	"math/big"
	"reflect"
	"runtime"
	"sync"
	"testing"
	"time"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// through writes a value as Go does and reads it as Go would.
func through(t *testing.T, v any) (back any, fault *wire.Fault) {
	t.Helper()
	defer func() {
		if f, ok := recover().(wire.Fault); ok {
			fault = &f
		}
	}()
	s := open(t)
	c := &Call{env: uint32(s.lane / abi.LaneDepth)}
	c.To(nil)
	WriteAny(c, v)
	c.From(c.Reply(), c.Kept())
	back = ReadAny(c)
	c.End()
	return back, nil
}

func TestAnyValuesComeThrough(t *testing.T) {
	for _, v := range []any{
		nil, true, "text", 0, -1, 1 << 31, -1 << 31, 1<<32 - 1, int64(1) << 62, uint64(1) << 63,
		1.5, math.Inf(-1), math.MaxFloat64, []any{1, []any{"a"}}, map[string]any{"a": nil}, []byte{1, 2},
		[]float64{1, 2}, []int64{1 << 60}, big.NewInt(5), time.Date(2026, 11, 21, 0, 0, 0, 5, time.UTC),
		map[any]any{1: "a", "b": 2},
	} {
		if back, fault := through(t, v); fault != nil || !reflect.DeepEqual(back, v) {
			t.Errorf("%T %v came back as %T %v, %v", v, v, back, back, fault)
		}
	}
}

func TestAValueThatContainsItselfIsAFault(t *testing.T) {
	list := []any{nil}
	list[0] = list
	m := map[string]any{}
	m["self"] = m
	deep := any(1)
	for range abi.AnyDepth {
		deep = []any{deep}
	}
	for _, v := range []any{list, m, deep} {
		if _, fault := through(t, v); fault == nil || fault.Code != abi.FaultRange {
			t.Errorf("%T: %v", v, fault)
		}
	}
}

func TestKeysThatAreOneInGoAreAFault(t *testing.T) {
	var w wire.Writer
	w.WriteTag(abi.AnyMap)
	w.WriteMap(2)
	ints(1, 2, 1, 3)(&w)
	c := &Call{}
	c.From(w.Reply(), nil)
	defer func() {
		if f, ok := recover().(wire.Fault); !ok || f.Code != abi.FaultType {
			t.Errorf("got %v", f)
		}
	}()
	t.Errorf("got %v", ReadAny(c))
}

func TestErasedValuesKeepTheirIdentity(t *testing.T) {
	s := open(t)
	c := &Call{env: uint32(s.lane / abi.LaneDepth)}
	read := func(id uint64) Erased {
		var w wire.Writer
		js(&w, id)
		c.From(w.Reply(), nil)
		return ReadErased(c)
	}
	one, other := read(1), read(2)
	if one != read(1) || one == other {
		t.Error("one object is one value")
	}
	c.To(nil)
	WriteErased(c, one)
	c.From(c.Reply(), nil)
	if ReadErased(c) != one {
		t.Error("it goes back as it came")
	}
}

func TestARefTakesOnlyWhatConvertsWithoutALoss(t *testing.T) {
	fits := func(place, v any) (ok bool) {
		defer func() { _, fault := recover().(wire.Fault); ok = !fault }()
		assign(reflect.ValueOf(place).Elem(), v)
		return
	}
	type ids []int
	for _, c := range []struct {
		place, v any
		want     bool
	}{
		{new(int8), 127, true}, {new(int8), 128, false}, {new(uint8), -1, false}, {new(uint64), -1, false},
		{new(int), uint64(1) << 63, false}, {new(int), 1.5, false}, {new(int), 3.0, true}, {new(int), float64(1 << 63), false},
		{new(int64), math.NaN(), false}, {new(float32), math.NaN(), true}, {new(float32), 0.1, false}, {new(float64), 1, true},
		{new(float64), 1<<53 + 1, false}, {new(string), 65, false}, {new(string), []byte("a"), true},
		{new(string), []int32{65}, false}, {new([]byte), "a", true}, {new(ids), []int{1}, true}, {new([]int), []any{1, 2.0}, true}, {new([]int), []any{"a"}, false},
		{new([2]int), []int{1}, false}, {new(any), "x", true}, {new(*box), nil, true}, {new(*box), 1, false}, {new(bool), 1, false},
	} {
		if got := fits(c.place, c.v); got != c.want {
			t.Errorf("%T %v as a %v: %v", c.v, c.v, reflect.TypeOf(c.place).Elem(), got)
		}
	}
}

func TestASinkIsWrittenFromManyGoroutines(t *testing.T) {
	var s Sink
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for range 100 {
				s.Write([]byte("ab"))
				s.WriteString("cd")
				s.WriteByte('e')
			}
		})
	}
	wg.Wait()
	for _, part := range []string{"ab", "cd", "e"} {
		if n := bytes.Count(s.buf, []byte(part)); n != 1600 {
			t.Errorf("%q %d times", part, n)
		}
	}
}

// Objects of JavaScript are sent, sent again and dropped by many environments while Go collects: each sending is told once.
func TestEverySendingIsToldOnce(t *testing.T) {
	const sent = 3000
	var wg sync.WaitGroup
	for range 4 {
		s := open(t)
		env := uint32(s.lane / abi.LaneDepth)
		wg.Go(func() {
			for i := range sent {
				references.Intern(env, uint64(i%50))
				references.New(env, uint64(i%50))
				if i%500 == 0 {
					runtime.GC()
				}
			}
			told := 0
			for end := time.Now().Add(time.Minute); told < 2*sent && time.Now().Before(end); {
				runtime.GC()
				told += len(references.Take(env))
				time.Sleep(time.Millisecond)
			}
			if told != 2*sent {
				t.Errorf("%d of %d", told, 2*sent)
			}
		})
	}
	wg.Wait()
}
