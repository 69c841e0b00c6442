package call

import (
	"fmt"
	"reflect"
	"strconv"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/goerr"
	"usegolib.internal/bridge/wire"
)

// ReadAny takes a value of any type: what MessagePack has a form for as that, everything else by its tag.
func ReadAny(c *Call) any {
	switch c.Next() {
	case wire.Nil:
		c.ReadNil()
		return nil
	case wire.Bool:
		return c.ReadBool()
	case wire.Integer:
		return c.ReadInt()
	case wire.Int64:
		return c.ReadInt64()
	case wire.Uint64:
		return c.ReadUint64()
	case wire.Float:
		return c.ReadFloat64()
	case wire.Text:
		return c.ReadString()
	case wire.Bytes:
		return c.ReadBytes()
	case wire.Array:
		n, _ := c.ReadArray()
		list := make([]any, 0, Room(n))
		for range n {
			list = append(list, ReadAny(c))
		}
		return list
	case wire.Map:
		n, _ := c.ReadMap()
		m := make(map[string]any, Room(n))
		for range n {
			k := c.ReadString()
			m[k] = ReadAny(c)
		}
		return m
	}
	if c.IsTag(abi.AnyLend) {
		return c.ReadBytes()
	}
	return c.tagged(c.ReadTag())
}

// tagged takes the payload of a tag.
func (c *Call) tagged(tag int) any {
	switch tag {
	case abi.AnyObject:
		x, copied := c.held()
		if r, ok := x.(*Ref); ok {
			return r.pointer()
		}
		if copied {
			return reflect.ValueOf(x).Elem().Interface()
		}
		return x
	case abi.AnyValue:
		return c.pair(true)
	case abi.AnySlice:
		return c.typedSlice()
	case abi.AnyError:
		return ReadError(c)
	case abi.AnyTime:
		return c.ReadTime()
	case abi.AnyInt:
		return c.ReadInt()
	case abi.AnyBig:
		return c.ReadBigInt()
	case abi.AnyMap:
		return c.anyMap()
	case abi.AnyNumbers:
		c.ReadStruct(2)
		return numberTypes[c.index(len(numberTypes))].read(c)
	case abi.AnyScalar:
		c.ReadStruct(2)
		return readScalars[c.index(len(readScalars))](c)
	case abi.AnyJs:
		js := c.target(abi.AskCall)
		return functions.of(js, func() any { return variadic(js) })
	case abi.AnyFunction:
		return c.moduleFunction()
	}
	wire.Fail(abi.FaultMalformed, "a value with tag "+strconv.Itoa(tag))
	return nil
}

// typedSlice takes [type, values]: a slice of a type that is copied.
func (c *Call) typedSlice() any {
	c.ReadStruct(2)
	row := c.class()
	if row.Read == nil {
		wire.Fail(abi.FaultMalformed, "a slice of type "+strconv.Itoa(row.ID))
	}
	var zero Call
	zero.From([]byte{0xc0}, nil)
	n, _ := c.ReadArray()
	list := reflect.MakeSlice(reflect.SliceOf(reflect.TypeOf(row.Read(&zero))), 0, Room(n))
	for range n {
		list = reflect.Append(list, reflect.ValueOf(row.Read(c)))
	}
	return list.Interface()
}

// index takes an index into a table of n entries.
func (c *Call) index(n int) int {
	i := c.ReadInt()
	if i < 0 || i >= n {
		wire.Fail(abi.FaultMalformed, "type "+strconv.Itoa(i)+" of "+strconv.Itoa(n))
	}
	return i
}

func (c *Call) anyMap() map[any]any {
	n, _ := c.ReadMap()
	m := make(map[any]any, Room(n))
	for range n {
		k := ReadAny(c)
		if k != nil && !reflect.ValueOf(k).Comparable() {
			wire.Fail(abi.FaultType, "a "+goerr.TypeName(reflect.TypeOf(k))+" cannot be the key of a Go map")
		}
		if _, twice := m[k]; twice {
			wire.Fail(abi.FaultType, fmt.Sprintf("two keys of the map are the same %T in Go", k))
		}
		m[k] = ReadAny(c)
	}
	return m
}

// readScalars stand in the order of abi.json: scalar.
var readScalars = [...]func(*Call) any{
	abi.ScalarBool:       func(c *Call) any { return c.ReadBool() },
	abi.ScalarString:     func(c *Call) any { return c.ReadString() },
	abi.ScalarInt:        func(c *Call) any { return c.ReadInt() },
	abi.ScalarInt8:       func(c *Call) any { return c.ReadInt8() },
	abi.ScalarInt16:      func(c *Call) any { return c.ReadInt16() },
	abi.ScalarInt32:      func(c *Call) any { return c.ReadInt32() },
	abi.ScalarInt64:      func(c *Call) any { return c.ReadInt64() },
	abi.ScalarUint:       func(c *Call) any { return c.ReadUint() },
	abi.ScalarUint8:      func(c *Call) any { return c.ReadUint8() },
	abi.ScalarUint16:     func(c *Call) any { return c.ReadUint16() },
	abi.ScalarUint32:     func(c *Call) any { return c.ReadUint32() },
	abi.ScalarUint64:     func(c *Call) any { return c.ReadUint64() },
	abi.ScalarUintptr:    func(c *Call) any { return c.ReadUintptr() },
	abi.ScalarFloat32:    func(c *Call) any { return c.ReadFloat32() },
	abi.ScalarFloat64:    func(c *Call) any { return c.ReadFloat64() },
	abi.ScalarComplex64:  func(c *Call) any { return c.ReadComplex64() },
	abi.ScalarComplex128: func(c *Call) any { return c.ReadComplex128() },
	abi.ScalarDuration:   func(c *Call) any { return c.ReadDuration() },
	abi.ScalarBigInt:     func(c *Call) any { return c.ReadBigInt() },
}
