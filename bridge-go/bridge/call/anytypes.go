package call

import (
	"reflect"
	"slices"
	"strings"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// key is the name of a record's field.
func key(f reflect.StructField) string {
	for _, name := range []string{"msgpack", "json"} {
		if tag, _, _ := strings.Cut(f.Tag.Get(name), ","); tag != "" {
			return tag
		}
	}
	return f.Name
}

// A numberType is a number whose slices travel as memory.
type numberType struct {
	kind  reflect.Kind
	read  func(*Call) any
	write func(*Call, reflect.Value)
}

// numberTypes stand in the order of abi.json: numbers.
var numberTypes = [...]numberType{
	abi.NumbersInt8:    numbersOf[int8](),
	abi.NumbersInt16:   numbersOf[int16](),
	abi.NumbersInt32:   numbersOf[int32](),
	abi.NumbersInt64:   numbersOf[int64](),
	abi.NumbersUint16:  numbersOf[uint16](),
	abi.NumbersUint32:  numbersOf[uint32](),
	abi.NumbersUint64:  numbersOf[uint64](),
	abi.NumbersFloat32: numbersOf[float32](),
	abi.NumbersFloat64: numbersOf[float64](),
}

func numbersOf[T wire.Number]() numberType {
	return numberType{
		kind:  reflect.TypeFor[T]().Kind(),
		read:  func(c *Call) any { return ReadNumbers[T](c) },
		write: writeMemory[T],
	}
}

// numbersIndex is the index of a number's kind.
func numbersIndex(k reflect.Kind) (index int, ok bool) {
	index = slices.IndexFunc(numberTypes[:], func(t numberType) bool { return t.kind == k })
	return index, index >= 0
}

// writeMemory writes a slice of T, or of a named slice type of it.
func writeMemory[T wire.Number](c *Call, v reflect.Value) {
	numbers := v.Convert(reflect.TypeFor[[]T]()).Interface().([]T)
	if numbers == nil {
		numbers = []T{}
	}
	WriteNumbers(c, numbers)
}
