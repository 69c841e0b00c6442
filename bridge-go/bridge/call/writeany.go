package call

import (
	"math/big"
	"reflect"
	"strconv"
	"time"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/jsref"
	"usegolib.internal/bridge/wire"
)

// WriteAny writes a value by its dynamic type. nil slices and maps are empty ones.
func WriteAny(c *Call, v any) { c.any(v, abi.AnyDepth) }

// any is a fault beyond depth: a value that contains itself would not end.
func (c *Call) any(v any, depth int) {
	if depth == 0 {
		wire.Fail(abi.FaultRange, "a value that contains itself, or is nested deeper than "+strconv.Itoa(abi.AnyDepth))
	}
	switch v := v.(type) {
	case nil:
		c.WriteNil()
	case bool:
		c.WriteBool(v)
	case string:
		c.WriteText(v)
	case int:
		c.WriteInt(v)
	case int64:
		c.WriteInt64(v)
	case uint64:
		c.WriteUint64(v)
	case float64:
		c.WriteFloat64(v)
	case []any:
		c.WriteArray(len(v))
		for _, e := range v {
			c.any(e, depth-1)
		}
	case map[string]any:
		c.WriteMap(len(v))
		for k, e := range v {
			c.WriteText(k)
			c.any(e, depth-1)
		}
	case time.Time:
		c.WriteTag(abi.AnyTime)
		c.WriteTime(v)
	case time.Duration:
		c.WriteTag(abi.AnyDuration)
		c.WriteDuration(v)
	case *big.Int:
		c.WriteTag(abi.AnyBig)
		c.WriteBigInt(v)
	case *big.Rat:
		c.WriteBigRat(v)
	case *big.Float:
		c.WriteBigFloat(v)
	case big.Int:
		c.any(&v, depth)
	case big.Rat:
		c.any(&v, depth)
	case big.Float:
		c.any(&v, depth)
	case *time.Time:
		if v == nil {
			c.WriteNil()
		} else {
			c.any(*v, depth)
		}
	default:
		c.dynamic(reflect.ValueOf(v), depth)
	}
}

// dynamic writes what only its type tells: a bound type as its schema says, an error as its node, other data as what it
// is made of, and everything that has methods or hides something as a live object.
func (c *Call) dynamic(v reflect.Value, depth int) {
	if r, ok := v.Interface().(*jsref.Ref); ok && r.Env == c.env { // what generic code carried
		c.WriteTag(abi.AnyJs)
		c.writeID(r.ID, r)
		return
	}
	if c.writeTarget(v.Interface()) {
		return
	}
	t := v.Type()
	if row := typeOf(t); row != nil {
		c.WriteTag(abi.AnyObject)
		c.writeAs(row, t, v.Interface())
		return
	}
	switch t.PkgPath() + "." + t.Name() { // imported by nothing of ours
	case "encoding/json.Number":
		c.WriteText(v.String())
		return
	case "encoding/json.RawMessage":
		c.WriteTag(abi.AnyJson)
		c.WriteJSON(v.Bytes())
		return
	}
	if err, ok := v.Interface().(error); ok && !isNil(err) {
		c.WriteTag(abi.AnyError)
		WriteError(c, err)
		return
	}
	if t.Kind() == reflect.Func && t.NumMethod() == 0 && !v.IsNil() {
		c.WriteTag(abi.AnyFunction)
		c.hold(v.Interface())
		return
	}
	if !isData(t) {
		c.object(v)
		return
	}
	switch t.Kind() {
	case reflect.Bool:
		c.WriteBool(v.Bool())
	case reflect.String:
		c.WriteText(v.String())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32:
		c.WriteInt(int(v.Int()))
	case reflect.Int64:
		c.WriteInt64(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32:
		c.WriteUint(uint(v.Uint()))
	case reflect.Uint64, reflect.Uintptr:
		c.WriteUint64(v.Uint())
	case reflect.Float32, reflect.Float64:
		c.WriteFloat64(v.Float())
	case reflect.Complex64, reflect.Complex128:
		c.WriteTag(abi.AnyComplex)
		c.WriteComplex128(v.Complex())
	case reflect.Slice, reflect.Array:
		c.list(v, depth)
	case reflect.Map:
		c.pairs(v, depth)
	case reflect.Pointer:
		if v.IsNil() {
			c.WriteNil()
		} else {
			c.any(v.Elem().Interface(), depth-1)
		}
	case reflect.Struct:
		c.fields(v, depth)
	}
}

// isData tells types that JavaScript copies although the schema does not name them: no methods, nothing hidden.
func isData(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Func, reflect.Chan, reflect.UnsafePointer, reflect.Interface:
		return false
	case reflect.Pointer:
		return t.NumMethod() == 0 && t.Elem().Kind() != reflect.Pointer && isData(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if !t.Field(i).IsExported() {
				return false
			}
		}
	}
	return reflect.PointerTo(t).NumMethod() == 0
}

// object writes a handle without a class.
func (c *Call) object(v reflect.Value) {
	if isNil(v.Interface()) {
		c.WriteNil()
		return
	}
	c.WriteTag(abi.AnyObject)
	c.WriteArray(2)
	c.WriteNil()
	c.hold(v.Interface())
}

func (c *Call) list(v reflect.Value, depth int) {
	if elem := v.Type().Elem(); elem.PkgPath() == "" {
		if elem.Kind() == reflect.Uint8 {
			c.WriteBytes(append([]byte{}, sliceOf(v).Bytes()...))
			return
		}
		if n, ok := numbersIndex(elem.Kind()); ok {
			c.WriteTag(abi.AnyNumbers)
			c.WriteArray(2)
			c.WriteInt(n)
			numberTypes[n].write(c, sliceOf(v))
			return
		}
	}
	c.WriteArray(v.Len())
	for i := range v.Len() {
		c.any(v.Index(i).Interface(), depth-1)
	}
}

// sliceOf is a slice with the elements of a slice or array of numbers.
func sliceOf(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Slice {
		return v
	}
	list := reflect.MakeSlice(reflect.SliceOf(v.Type().Elem()), v.Len(), v.Len())
	reflect.Copy(list, v)
	return list
}

func (c *Call) pairs(v reflect.Value, depth int) {
	text := v.Type().Key().Kind() == reflect.String
	if !text {
		c.WriteTag(abi.AnyMap)
	}
	c.WriteMap(v.Len())
	for pairs := v.MapRange(); pairs.Next(); {
		if text {
			c.WriteText(pairs.Key().String())
		} else {
			c.any(pairs.Key().Interface(), depth-1)
		}
		c.any(pairs.Value().Interface(), depth-1)
	}
}

// fields writes a struct as the record it would be: by msgpack tag, json tag, Go name; "-" leaves a field out.
func (c *Call) fields(v reflect.Value, depth int) {
	fields := reflect.VisibleFields(v.Type())
	kept := fields[:0]
	for _, f := range fields {
		if key(f) != "-" && !(f.Anonymous && f.Type.Kind() == reflect.Struct) {
			kept = append(kept, f)
		}
	}
	c.WriteMap(len(kept))
	for _, f := range kept {
		c.WriteText(key(f))
		if field, err := v.FieldByIndexErr(f.Index); err == nil {
			c.any(field.Interface(), depth-1)
		} else {
			c.WriteNil() // promoted through a nil pointer
		}
	}
}
