package goerr

import (
	"math"
	"reflect"
	"time"

	"usegolib.internal/bridge/wire"
)

// Error details are for people and logs: they are bounded, and what has no MessagePack form is nil.
const (
	maxFieldDepth = 4
	maxItems      = 1000 // values in all
	maxText       = 4096 // bytes of one string
)

type printer struct {
	w    *wire.Writer
	left int
}

var (
	errorType    = reflect.TypeFor[error]()
	timeType     = reflect.TypeFor[time.Time]()
	durationType = reflect.TypeFor[time.Duration]()
)

// exported lists the fields of a struct type that are exported; embedded structs stand under their own name.
func exported(t reflect.Type) (list []int) {
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			list = append(list, i)
		}
	}
	return list
}

func (p *printer) structure(v reflect.Value, depth int) {
	list := exported(v.Type())
	p.w.WriteMap(len(list))
	for _, i := range list {
		p.w.WritePlainText(v.Type().Field(i).Name)
		p.value(v.Field(i), depth-1)
	}
}

// value writes one value; what cannot be written, or is too deep or too much, is nil.
func (p *printer) value(v reflect.Value, depth int) {
	p.left--
	if depth < 0 || p.left < 0 {
		p.w.WriteNil()
		return
	}
	switch {
	case v.Type() == timeType:
		p.w.WritePlainText(v.Interface().(time.Time).Format(time.RFC3339Nano))
		return
	case v.Type() == durationType:
		p.w.WritePlainText(time.Duration(v.Int()).String())
		return
	case v.Type().Implements(errorType) && !(nilable(v.Kind()) && v.IsNil()):
		p.text(message(v.Interface().(error)))
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		p.w.WriteBool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.signed(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.unsigned(v.Uint())
	case reflect.Float32, reflect.Float64:
		p.w.WriteFloat64(v.Float())
	case reflect.String:
		p.text(v.String())
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			p.w.WriteNil()
		} else {
			p.value(v.Elem(), depth)
		}
	case reflect.Struct:
		p.structure(v, depth)
	case reflect.Slice, reflect.Array:
		p.list(v, depth)
	case reflect.Map:
		p.dictionary(v, depth)
	default:
		p.w.WriteNil()
	}
}

func nilable(k reflect.Kind) bool {
	switch k {
	case reflect.Pointer, reflect.Interface, reflect.Map, reflect.Slice, reflect.Func, reflect.Chan:
		return true
	}
	return false
}

func (p *printer) signed(v int64) {
	if v < -1<<53+1 || v > 1<<53-1 {
		p.w.WriteInt64(v)
	} else {
		p.w.WriteInt(int(v))
	}
}

func (p *printer) unsigned(v uint64) {
	if v > 1<<53-1 {
		p.w.WriteUint64(v)
	} else {
		p.w.WriteUint(uint(v))
	}
}

func (p *printer) text(s string) {
	if len(s) > maxText {
		s = s[:maxText] + "…"
	}
	p.w.WritePlainText(s)
}

func (p *printer) list(v reflect.Value, depth int) {
	if v.Type().Elem().Kind() == reflect.Uint8 && v.Len() <= maxText {
		p.w.WriteInline(bytesOf(v))
		return
	}
	n := min(v.Len(), max(p.left, 0))
	p.w.WriteArray(n)
	for i := range n {
		p.value(v.Index(i), depth-1)
	}
}

func bytesOf(v reflect.Value) []byte {
	if v.Kind() == reflect.Slice {
		return v.Bytes()
	}
	b := make([]byte, v.Len())
	reflect.Copy(reflect.ValueOf(b), v)
	return b
}

// dictionary writes a map with string keys; other maps are nil.
func (p *printer) dictionary(v reflect.Value, depth int) {
	if v.Type().Key().Kind() != reflect.String || v.Len() > min(p.left, math.MaxUint16) {
		p.w.WriteNil()
		return
	}
	p.w.WriteMap(v.Len())
	for it := v.MapRange(); it.Next(); {
		p.text(it.Key().String())
		p.value(it.Value(), depth-1)
	}
}
