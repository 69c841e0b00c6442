package main

import (
	"encoding/hex"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// canon turns a Go value into JSON that says which JavaScript value it must arrive as (its twin is ../canon.ts):
// int64 and uint64 are bigints ("5n"), other integers numbers, []byte "bytes:<hex>", nil slices and maps empty,
// times "time:<seconds>.<nanoseconds>", durations milliseconds, records their exported fields.
func canon(v any) any {
	switch v := v.(type) {
	case nil:
		return nil
	case failure:
		return map[string]any{"error": v.err.Error()}
	case error:
		return map[string]any{"error": v.Error()}
	case time.Time:
		return fmt.Sprintf("time:%d.%09d", v.Unix(), v.Nanosecond())
	case time.Duration:
		return float64(v) / 1e6
	case big.Int:
		return v.String() + "n"
	case *big.Int:
		return v.String() + "n"
	}
	return canonKind(reflect.ValueOf(v))
}

func canonKind(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.String:
		return v.String()
	case reflect.Int64:
		return strconv.FormatInt(v.Int(), 10) + "n"
	case reflect.Uint64, reflect.Uintptr:
		return strconv.FormatUint(v.Uint(), 10) + "n"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32:
		return v.Int()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return v.Uint()
	case reflect.Float32, reflect.Float64:
		return canonFloat(v.Float())
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return canon(v.Elem().Interface())
	case reflect.Slice, reflect.Array:
		return canonList(v)
	case reflect.Map:
		object := map[string]any{}
		for _, key := range v.MapKeys() {
			object[fmt.Sprint(canon(key.Interface()))] = canon(v.MapIndex(key).Interface())
		}
		return object
	case reflect.Struct:
		return canonStruct(v)
	}
	panic(fmt.Sprintf("canon: %s is a live object: compare what its methods return", v.Type()))
}

func canonFloat(f float64) any {
	if math.IsNaN(f) || math.IsInf(f, 0) || f == 0 && math.Signbit(f) {
		return "float:" + strings.ToLower(strconv.FormatFloat(f, 'g', -1, 64))
	}
	return f
}

func canonList(v reflect.Value) any {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		raw := make([]byte, v.Len())
		reflect.Copy(reflect.ValueOf(raw), v)
		return "bytes:" + hex.EncodeToString(raw)
	}
	items := make([]any, v.Len())
	for i := range items {
		items[i] = canon(v.Index(i).Interface())
	}
	return items
}

func canonStruct(v reflect.Value) any {
	object := map[string]any{}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if !field.IsExported() {
			panic(fmt.Sprintf("canon: %s is a live object: compare what its methods return", v.Type()))
		}
		object[recordKey(field)] = canon(v.Field(i).Interface())
	}
	return object
}

func recordKey(field reflect.StructField) string {
	for _, tag := range []string{"msgpack", "json"} {
		if name, _, _ := strings.Cut(field.Tag.Get(tag), ","); name != "" {
			return name
		}
	}
	return field.Name
}
