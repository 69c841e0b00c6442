package call

import (
	"reflect"
	"strconv"

	"usegolib.internal/bridge/abi"
	"usegolib.internal/bridge/wire"
)

// variadic is the Go function that a function of JavaScript becomes where any value is wanted: of the type that takes and
// gives anything, which templates, expressions and scripting engines call with what they have.
func variadic(js *Target) func(...any) (any, error) {
	return func(args ...any) (result any, err error) {
		c := js.Begin(abi.AskCall)
		defer c.Answered()
		c.WriteArray(len(args))
		for _, arg := range args {
			WriteAny(c, arg)
		}
		if err = c.Ask(); err != nil {
			return nil, err
		}
		return ReadAny(c), nil
	}
}

// invoke calls a function whose type the schema does not name: a handle and an array of arguments, each of any type. Its
// results are an array too.
func invoke(c *Call) {
	v, _ := c.held()
	f := reflect.ValueOf(v)
	if f.Kind() != reflect.Func {
		wire.Fail(abi.FaultType, f.Type().String()+" is no function")
	}
	n, _ := c.ReadArray()
	c.start = c.Pos()
	args := c.arguments(n, f.Type())
	c.Done()
	var results []reflect.Value
	if f.Type().IsVariadic() {
		results = f.CallSlice(args)
	} else {
		results = f.Call(args)
	}
	if n := len(results); n > 0 && f.Type().Out(n-1) == errorType {
		err, _ := results[n-1].Interface().(error)
		results = results[:n-1]
		if err != nil {
			c.Error(err, false)
			return
		}
	}
	c.WriteArray(len(results))
	for _, result := range results {
		c.writeResult(result)
	}
}

// writeResult writes a value by its dynamic type, or if that one is not bound as what the function's own type says.
func (c *Call) writeResult(v reflect.Value) {
	if v.Kind() == reflect.Interface && !v.IsNil() && typeOf(v.Elem().Type()) == nil {
		if row := typeOf(v.Type()); row != nil {
			c.WriteTag(abi.AnyObject)
			c.writeAs(row, v.Elem().Type(), v.Interface())
			return
		}
	}
	WriteAny(c, v.Interface())
}

var errorType = reflect.TypeFor[error]()

// arguments takes n arguments for a function of type t; those that a variadic one takes any number of are a slice.
func (c *Call) arguments(n int, t reflect.Type) []reflect.Value {
	least := t.NumIn()
	if t.IsVariadic() {
		least--
	}
	if n < least || n > least && !t.IsVariadic() {
		wire.Fail(abi.FaultType, t.String()+" called with "+strconv.Itoa(n)+" arguments")
	}
	args := make([]reflect.Value, t.NumIn())
	for i := range args {
		args[i] = reflect.New(t.In(i)).Elem()
		if i == least {
			args[i].Set(reflect.MakeSlice(t.In(i), n-least, n-least))
			for j := range n - least {
				assign(args[i].Index(j), ReadAny(c))
			}
		} else {
			assign(args[i], ReadAny(c))
		}
	}
	return args
}
