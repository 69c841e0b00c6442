// A library bridged by hand, in the shape that bridge-go/gen prints: it proves the bridge, and lets the runtime be tested,
// without the generator. test/support/sample-library.ts builds it.
package main

import (
	"math/big"
	"time"

	"usegolib.internal/bridge/call"
	_ "usegolib.internal/bridge/export"
	p1 "usegolib.internal/bridge/testdata/sample/shapes"
)

func main() {}

func init() {
	call.Register(call.Library{
		SchemaHash: "5a6d706c65303031",
		Funcs: []call.Func{
			f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30,
			f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42,
		},
		Types: []call.Type{
			{ID: 10, Key: "usegolib.internal/bridge/testdata/sample/shapes.Point",
				Write: func(c *call.Call, v any) { w10(c, call.ValueOf[p1.Point](v)) },
				Read:  func(c *call.Call) any { return r10(c) }},
			{ID: 13, Key: "usegolib.internal/bridge/testdata/sample/shapes.Counter"},
			{ID: 15, Key: "usegolib.internal/bridge/testdata/sample/shapes.Level",
				Write: func(c *call.Call, v any) { c.WriteInt(int(v.(p1.Level))) },
				Read:  func(c *call.Call) any { return p1.Level(c.ReadInt()) }},
			{ID: 17, Key: "usegolib.internal/bridge/testdata/sample/shapes.Shape", Is: call.IsInterface[p1.Shape]},
			{ID: 19, Key: "usegolib.internal/bridge/testdata/sample/shapes.RangeError", As: call.AsPointer[p1.RangeError]},
		},
	})
}

func r10(c *call.Call) (v p1.Point) { // shapes.Point
	if !c.ReadStruct(4) {
		return
	}
	if !c.ReadNil() {
		v.X = c.ReadFloat64()
	}
	if !c.ReadNil() {
		v.Y = c.ReadFloat64()
	}
	if !c.ReadNil() {
		v.Label = c.ReadString()
	}
	if !c.ReadNil() {
		v.Tags = r5(c)
	}
	return
}

func w10(c *call.Call, v p1.Point) {
	c.WriteArray(4)
	c.WriteFloat64(v.X)
	c.WriteFloat64(v.Y)
	c.WriteString(v.Label)
	w5(c, v.Tags)
}

func r5(c *call.Call) (v []string) { // []string
	n, ok := c.ReadArray()
	if !ok {
		return
	}
	v = make([]string, n)
	for i := range v {
		v[i] = c.ReadString()
	}
	return
}

func w5(c *call.Call, v []string) {
	if v == nil {
		c.WriteNil()
		return
	}
	c.WriteArray(len(v))
	for _, e := range v {
		c.WriteString(e)
	}
}

func r11(c *call.Call) (v []p1.Point) { // []shapes.Point
	n, ok := c.ReadArray()
	if !ok {
		return
	}
	v = make([]p1.Point, n)
	for i := range v {
		v[i] = r10(c)
	}
	return
}

func w11(c *call.Call, v []p1.Point) {
	if v == nil {
		c.WriteNil()
		return
	}
	c.WriteArray(len(v))
	for _, e := range v {
		w10(c, e)
	}
}

func r12(c *call.Call) (v map[string]int) { // map[string]int
	n, ok := c.ReadMap()
	if !ok {
		return
	}
	v = make(map[string]int, n)
	for range n {
		k := c.ReadString()
		v[k] = c.ReadInt()
	}
	return
}

func w12(c *call.Call, v map[string]int) {
	if v == nil {
		c.WriteNil()
		return
	}
	c.WriteMap(len(v))
	for k, e := range v {
		c.WriteString(k)
		c.WriteInt(e)
	}
}

func r14(c *call.Call) *p1.Counter { // *shapes.Counter: a handle or a literal
	if c.IsHandle() {
		return call.ReadObject[p1.Counter](c)
	}
	if !c.ReadStruct(2) {
		return nil
	}
	v := new(p1.Counter)
	if !c.ReadNil() {
		v.Name = c.ReadString()
	}
	if !c.ReadNil() {
		v.Count = c.ReadInt()
	}
	return v
}

func f16(c *call.Call) { // shapes.Noop
	c.Done()
	p1.Noop()
}

func f17(c *call.Call) { // shapes.Add
	a0 := c.ReadInt()
	a1 := c.ReadInt()
	c.Done()
	r0 := p1.Add(a0, a1)
	c.WriteInt(r0)
}

func f18(c *call.Call) { // shapes.Echo
	a0 := c.ReadString()
	c.Done()
	c.WriteString(p1.Echo(a0))
}

func f19(c *call.Call) { // shapes.EchoBytes
	a0 := c.ReadBytes()
	c.Done()
	c.WriteBytes(p1.EchoBytes(a0))
}

func f20(c *call.Call) { // shapes.EchoFloats
	a0 := call.ReadNumbers[float64](c)
	c.Done()
	call.WriteNumbers(c, p1.EchoFloats(a0))
}

func f21(c *call.Call) { // shapes.EchoPoint
	a0 := r10(c)
	c.Done()
	w10(c, p1.EchoPoint(a0))
}

func f22(c *call.Call) { // shapes.EchoPoints
	a0 := r11(c)
	c.Done()
	w11(c, p1.EchoPoints(a0))
}

func f23(c *call.Call) { // shapes.EchoMap
	a0 := r12(c)
	c.Done()
	w12(c, p1.EchoMap(a0))
}

func f24(c *call.Call) { // shapes.EchoTime
	var a0 time.Time = c.ReadTime()
	c.Done()
	c.WriteTime(p1.EchoTime(a0))
}

func f25(c *call.Call) { // shapes.EchoDuration
	a0 := c.ReadDuration()
	c.Done()
	c.WriteDuration(p1.EchoDuration(a0))
}

func f26(c *call.Call) { // shapes.EchoBig
	var a0 *big.Int = c.ReadBigInt()
	c.Done()
	c.WriteBigInt(p1.EchoBig(a0))
}

func f27(c *call.Call) { // shapes.EchoInt64
	a0 := c.ReadInt64()
	c.Done()
	c.WriteInt64(p1.EchoInt64(a0))
}

func f28(c *call.Call) { // shapes.Div
	a0 := c.ReadInt()
	a1 := c.ReadInt()
	c.Done()
	r0, err := p1.Div(a0, a1)
	if err != nil && c.Error(err, call.Some(r0)) {
		return
	}
	c.WriteInt(r0)
}

func f29(c *call.Call) { // shapes.Must
	a0 := c.ReadString()
	c.Done()
	p1.Must(a0)
}

func f30(c *call.Call) { // shapes.Describe
	a0 := call.ReadInterface[p1.Shape](c)
	c.Done()
	c.WriteString(p1.Describe(a0))
}

func f31(c *call.Call) { // shapes.Pick
	a0 := c.ReadInt()
	c.Done()
	call.WriteInterface(c, p1.Pick(a0))
}

func f32(c *call.Call) { // shapes.NewCounter
	a0 := c.ReadString()
	c.Done()
	call.WriteObject(c, p1.NewCounter(a0))
}

func f33(c *call.Call) { // shapes.ErrZero
	c.Done()
	call.WriteError(c, p1.ErrZero)
}

func f34(c *call.Call) { // new shapes.Counter
	p := r14(c)
	c.Done()
	if p == nil {
		p = new(p1.Counter)
	}
	call.WriteObject(c, p)
}

func f35(c *call.Call) { // one wrapper for every type that has Add(int) int
	x := call.Recv[interface{ Add(int) int }](c)
	a0 := c.ReadInt()
	c.Done()
	r0 := x.Add(a0)
	c.WriteInt(r0)
}

func f36(c *call.Call) { // Self() *shapes.Counter
	x := call.Recv[interface{ Self() *p1.Counter }](c)
	c.Done()
	call.WriteObject(c, x.Self())
}

func f37(c *call.Call) { // String() string
	x := call.Recv[interface{ String() string }](c)
	c.Done()
	c.WriteString(x.String())
}

func f38(c *call.Call) { // Next() shapes.Level
	x := call.Recv[interface{ Next() p1.Level }](c)
	c.Done()
	c.WriteInt(int(x.Next()))
}

func f39(c *call.Call) { // get Counter.Name
	x := call.ReadObject[p1.Counter](c)
	c.Done()
	c.WriteString(x.Name)
}

func f40(c *call.Call) { // set Counter.Name
	x := call.ReadObject[p1.Counter](c)
	v := c.ReadString()
	c.Done()
	x.Name = v
}

func f41(c *call.Call) { // get Counter.Count
	x := call.ReadObject[p1.Counter](c)
	c.Done()
	c.WriteInt(x.Count)
}

func f42(c *call.Call) { // set Counter.Count
	x := call.ReadObject[p1.Counter](c)
	v := c.ReadInt()
	c.Done()
	x.Count = v
}
