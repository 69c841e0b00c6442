package call

import (
	"math"
	"reflect"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// A Ref is a variable that JavaScript made for Go to write to. What type it has is known when it is first passed: as a *T
// it is a T; as a value of any type it has the type of its first value, or any.
type Ref struct {
	first any // until it has a type
	p     any // pointer to the variable
}

// RefTag stands before a Ref where a pointer is wanted.
const RefTag = abi.AnyObject

// ReadRef takes a Ref where a *T is wanted.
func ReadRef[T any](c *Call) *T {
	c.ReadTag()
	r := ReadObject[Ref](c)
	if r.p == nil {
		p := new(T)
		if r.first != nil {
			assign(reflect.ValueOf(p).Elem(), r.first)
		}
		r.p = p
	}
	p, ok := r.p.(*T)
	if !ok {
		wrongType[*T](r.p)
	}
	return p
}

// ReadVariable takes a Ref, or a pointer that Go gave.
func ReadVariable[T any](c *Call) *T {
	if c.IsTag(RefTag) {
		return ReadRef[T](c)
	}
	return ReadObject[T](c)
}

// pointer is what the Ref is as a value of any type.
func (r *Ref) pointer() any {
	if r.p != nil {
		return r.p
	}
	switch first := r.first.(type) {
	case int, float64, string, bool, []any, map[string]any:
		p := reflect.New(reflect.TypeOf(first))
		p.Elem().Set(reflect.ValueOf(first))
		r.p = p.Interface()
	default:
		r.p = &r.first
	}
	return r.p
}

// value is what the variable holds.
func (r *Ref) value() any {
	if r.p == nil {
		return r.first
	}
	return reflect.ValueOf(r.p).Elem().Interface()
}

func makeRef(c *Call) {
	first := ReadAny(c)
	c.Done()
	WriteObject(c, &Ref{first: first})
}

func getRef(c *Call) {
	r := ReadObject[Ref](c)
	c.Done()
	WriteAny(c, r.value())
}

func setRef(c *Call) {
	r := ReadObject[Ref](c)
	v := ReadAny(c)
	c.Done()
	if r.p == nil {
		r.first = v
		return
	}
	assign(reflect.ValueOf(r.p).Elem(), v)
}

// assign sets a variable to a value of its type, or to one that converts to it and back without a loss; of a list, each
// element.
func assign(place reflect.Value, v any) {
	from := reflect.ValueOf(v)
	switch {
	case v == nil:
		place.SetZero()
	case from.Type().AssignableTo(place.Type()):
		place.Set(from)
	case sameAs(from, place.Type()):
		place.Set(from.Convert(place.Type()))
	case from.Kind() == reflect.Pointer && from.Type().Elem() == place.Type() && !from.IsNil():
		place.Set(from.Elem()) // an object, by value
	case from.Type() == anyList && place.Kind() == reflect.Slice:
		list := reflect.MakeSlice(place.Type(), from.Len(), from.Len())
		for i, e := range v.([]any) {
			assign(list.Index(i), e)
		}
		place.Set(list)
	default:
		wire.Fail(abi.FaultType, "want "+place.Type().String()+", got "+from.Type().String()+" that does not fit")
	}
}

var anyList = reflect.TypeFor[[]any]()

// sameAs reports whether a value is the same as a t: Go's conversion loses nothing, and does not make text of a number.
func sameAs(v reflect.Value, t reflect.Type) bool {
	if !v.CanConvert(t) || !t.ConvertibleTo(v.Type()) {
		return false
	}
	to := v.Convert(t)
	switch {
	case t.Kind() == reflect.String && v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Int32:
		return false // numbers are no text
	// These wrap around, there and back.
	case v.CanUint() && to.CanInt() && to.Int() < 0, v.CanInt() && to.CanUint() && v.Int() < 0:
		return false
	case v.CanFloat() && (to.CanInt() || to.CanUint()) && !(math.Abs(v.Float()) < 1<<63):
		return false
	}
	back := to.Convert(v.Type())
	return reflect.DeepEqual(back.Interface(), v.Interface()) || v.CanFloat() && v.Float() != v.Float()
}
