package call

import (
	"reflect"
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

// numbersIndex is the index of the numbers that travel as memory.
func numbersIndex(k reflect.Kind) (index int, ok bool) {
	switch k {
	case reflect.Int8:
		return abi.NumbersInt8, true
	case reflect.Int16:
		return abi.NumbersInt16, true
	case reflect.Int32:
		return abi.NumbersInt32, true
	case reflect.Int64:
		return abi.NumbersInt64, true
	case reflect.Uint16:
		return abi.NumbersUint16, true
	case reflect.Uint32:
		return abi.NumbersUint32, true
	case reflect.Uint64:
		return abi.NumbersUint64, true
	case reflect.Float32:
		return abi.NumbersFloat32, true
	case reflect.Float64:
		return abi.NumbersFloat64, true
	}
	return 0, false
}

var writeNumbers = [...]func(*Call, reflect.Value){
	abi.NumbersInt8:    writeMemory[int8],
	abi.NumbersInt16:   writeMemory[int16],
	abi.NumbersInt32:   writeMemory[int32],
	abi.NumbersInt64:   writeMemory[int64],
	abi.NumbersUint16:  writeMemory[uint16],
	abi.NumbersUint32:  writeMemory[uint32],
	abi.NumbersUint64:  writeMemory[uint64],
	abi.NumbersFloat32: writeMemory[float32],
	abi.NumbersFloat64: writeMemory[float64],
}

// writeMemory writes a slice of T, or of a named slice type of it.
func writeMemory[T wire.Number](c *Call, v reflect.Value) {
	numbers := v.Convert(reflect.TypeFor[[]T]()).Interface().([]T)
	if numbers == nil {
		numbers = []T{}
	}
	WriteNumbers(c, numbers)
}
