package print

import (
	"fmt"
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

// wrapper prints func fN: decode, call, encode.
func (f *file) wrapper(n int, fn model.Fn) {
	switch fn := fn.(type) {
	case model.CallFunc:
		f.call(n, short(fn.Obj), "", f.symbol(fn.Obj)+f.arguments(fn.Args), fn.Sig)
	case model.CallMethod:
		f.call(n, "method "+fn.Name,
			fmt.Sprintf("x := call.Recv[interface{ %s }](c)\n", f.method(fn.Name, fn.Sig.Go)),
			"x."+fn.Name, fn.Sig)
	case model.CallMethodExpr:
		f.call(n, fn.Class.GoType+"."+fn.Name, f.receiver(fn.Class), "x."+fn.Name, fn.Sig)
	case model.CallHiddenMethod:
		f.hiddenMethod(n, fn)
	case model.GetVar:
		f.open(n, short(fn.Obj))
		f.printf("c.Done()\n%s\n}\n\n", f.writePlace(fn.Type, f.symbol(fn.Obj)))
	case model.SetVar:
		f.open(n, "set "+short(fn.Obj))
		f.assign(fn.Type, f.symbol(fn.Obj))
	case model.GetField:
		f.open(n, fn.Class.GoType+"."+fn.Name)
		f.printf("%sc.Done()\n%s\n}\n\n", f.receiver(fn.Class), f.writePlace(fn.Type, "x."+fn.Name))
	case model.SetField:
		f.open(n, "set "+fn.Class.GoType+"."+fn.Name)
		f.printf("%s", f.receiver(fn.Class))
		f.assign(fn.Type, "x."+fn.Name)
	case model.GetVariable:
		f.open(n, "*"+fn.Class.GoType)
		f.printf("%sc.Done()\n%s\n}\n\n", f.receiver(fn.Class), f.write(fn.Type, "*x"))
	case model.SetVariable:
		f.open(n, "set *"+fn.Class.GoType)
		f.printf("%s", f.receiver(fn.Class))
		f.assign(fn.Type, "*x")
	case model.Make:
		f.open(n, "new "+fn.Class.GoType)
		if fn.Class.Of == "func" {
			f.printf("v := %s\nc.Done()\ncall.WriteHidden(c, v)\n}\n\n", f.readFunction("NewFunc", fn.Class))
			break
		}
		f.printf("v := l%d(c)\nc.Done()\n", f.literals.add(fn.Class.Type))
		if live := fn.Class.Live; live != nil {
			if live.Key != nil {
				f.printf("if *v == nil {\n*v = %s{}\n}\n", f.text(fn.Class.Go)) // who holds a copy of it sees what it is filled with
			}
			f.printf("call.WriteView(c, v)\n}\n\n")
		} else {
			f.printf("call.WriteObject(c, v)\n}\n\n")
		}
	case model.Snapshot:
		f.snapshot(n, fn.Class)
	case model.FromText:
		f.open(n, "text of "+fn.Class.GoType)
		f.printf("v := call.ReadText[%s](c)\nc.Done()\n", f.text(fn.Class.Go))
		if fn.Class.Value != nil {
			f.printf("%s\n}\n\n", f.write(fn.Class.Value, fmt.Sprintf("(%s)(*v)", f.text(fn.Class.Value.Go))))
		} else {
			f.printf("call.WriteObject(c, v)\n}\n\n")
		}
	case model.ZeroText:
		f.open(n, "text of a zero value")
		f.printf("c.Done()\nvar v %s\n%s\n}\n\n", f.text(fn.Type.Go), f.write(fn.Type, "v"))
	case model.LiveOp:
		f.live(n, fn.Class, fn.Op)
	case model.Invoke:
		f.call(n, "call "+fn.Class.GoType, fmt.Sprintf("x := call.RecvHidden[%s](c)\n", f.text(fn.Class.Go)), "x", fn.Sig)
	case model.RefOp:
		f.ref(n, fn.Record, fn.Op)
	}
}

// arguments are the type arguments of an instance.
func (f *file) arguments(args []types.Type) string {
	if len(args) == 0 {
		return ""
	}
	text := make([]string, len(args))
	for i, t := range args {
		text[i] = f.text(t)
	}
	return "[" + strings.Join(text, ", ") + "]"
}

func short(o types.Object) string { return o.Pkg().Name() + "." + o.Name() }

func (f *file) open(n int, comment string) { f.printf("func f%d(c *call.Call) { // %s\n", n, comment) }

// receiver reads an object whose type can be written down.
func (f *file) receiver(c *model.Class) string {
	switch {
	case c.Of == "interface":
		return fmt.Sprintf("x := call.Recv[%s](c)\n", f.text(c.Go))
	case c.Value != nil:
		return fmt.Sprintf("x := call.ValueOf[%s](call.RecvAny(c))\n", f.text(c.Go))
	}
	return fmt.Sprintf("x := call.RecvObject[%s](c)\n", f.text(c.Go))
}

// assign decodes the last argument before anything is changed, except where the type of the place must be inferred.
func (f *file) assign(t *model.Type, place string) {
	if t.Hidden {
		f.printf("%s\nc.Done()\n}\n\n", f.readInto(t, place))
		return
	}
	f.printf("v := %s\nc.Done()\n%s = v\n}\n\n", f.read(t), place)
}

// call prints the wrapper of a call. If a parameter cannot be written down, a second function has type parameters in its
// place, which Go infers from the callee.
func (f *file) call(n int, comment, preamble, callee string, sig *model.Signature) {
	f.open(n, comment)
	f.printf("%s", preamble)
	if len(f.inferred(sig.Go.Params())) == 0 {
		f.callBody(callee, sig)
		return
	}
	f.printf("g%d(c, %s)\n}\n\n", n, callee)
	f.printf("func g%d[%s](c *call.Call, fn %s) {\n", n, strings.Join(f.inferred(sig.Go), ", "), f.text(sig.Go))
	f.callBody("fn", sig)
}

func (f *file) callBody(callee string, sig *model.Signature) {
	var args, results []string
	for i, p := range sig.Params {
		if p.Hidden {
			f.printf("var a%d %s\n%s\n", i, f.text(sig.Go.Params().At(i).Type()), f.readInto(p, fmt.Sprintf("a%d", i)))
		} else {
			f.printf("a%d := %s\n", i, f.read(p))
		}
		args = append(args, fmt.Sprintf("a%d", i))
	}
	if sig.Variadic {
		args[len(args)-1] += "..."
	}
	for i := range sig.Results {
		results = append(results, fmt.Sprintf("r%d", i))
	}
	some := "false"
	if len(results) > 0 {
		some = "call.Some(" + strings.Join(results, ", ") + ")"
	}
	if sig.Throws {
		results = append(results, "err")
	}
	f.printf("c.Done()\n")
	if len(results) > 0 {
		f.printf("%s := ", strings.Join(results, ", "))
	}
	f.printf("%s(%s)\n", callee, strings.Join(args, ", "))
	if sig.Throws {
		f.printf("if err != nil && c.Error(err, %s) {\nreturn\n}\n", some)
	}
	for i, r := range sig.Results {
		f.printf("%s\n", f.write(r, fmt.Sprintf("r%d", i)))
	}
	f.printf("}\n\n")
}

func (f *file) snapshot(n int, c *model.Class) {
	f.open(n, "snapshot of "+c.GoType)
	f.printf("%sc.Done()\n", f.receiver(c))
	count := 0
	for _, fd := range c.Fields {
		if fd.Snap != "" {
			count++
		}
	}
	f.printf("c.WriteArray(%d)\n", count)
	for _, fd := range c.Fields {
		if fd.Snap != "" {
			f.printf("%s\n", f.writePlace(fd.Type, "x."+fd.Name))
		}
	}
	f.printf("}\n\n")
}

// live prints an operation of a named slice or map.
func (f *file) live(n int, c *model.Class, op string) {
	f.open(n, op+" of "+c.GoType)
	f.printf("%s", f.receiver(c))
	elem := c.Live.Elem
	index := "i := c.ReadInt()\n"
	if c.Live.Key != nil {
		index = "k := " + f.read(c.Live.Key) + "\n"
	}
	switch op {
	case "size":
		f.printf("c.Done()\nc.WriteInt(len(*x))\n")
	case "delete":
		f.printf("%sc.Done()\ndelete(*x, k)\n", index)
	case "get":
		if c.Live.Key != nil {
			f.printf("%sc.Done()\nv, ok := (*x)[k]\nc.WriteBool(ok)\nif ok {\n%s\n}\n", index, f.write(elem, "v"))
		} else {
			f.printf("%sc.Done()\nok := i >= 0 && i < len(*x)\nc.WriteBool(ok)\nif ok {\n%s\n}\n", index, f.writePlace(elem, "(*x)[i]"))
		}
	case "set":
		if c.Live.Key != nil {
			f.printf("%sv := %s\nc.Done()\nif *x == nil {\n*x = %s{}\n}\n(*x)[k] = v\n", index, f.read(elem), f.text(c.Go))
		} else {
			f.printf("%sv := %s\nc.Done()\n(*x)[i] = v\n", index, f.read(elem))
		}
	case "all":
		if c.Live.Key != nil {
			f.printf("c.Done()\nc.WriteMap(len(*x))\nfor k, v := range *x {\n%s\n%s\n}\n", f.write(c.Live.Key, "k"), f.write(elem, "v"))
		} else {
			f.printf("c.Done()\nc.WriteArray(len(*x))\nfor i := range *x {\n%s\n}\n", f.writePlace(elem, "(*x)[i]"))
		}
	}
	f.printf("}\n\n")
}

func (f *file) ref(n int, r *model.Type, op string) {
	f.open(n, op+" ref of "+r.Name)
	switch op {
	case "make":
		f.printf("v := %s\nc.Done()\ncall.WriteObject(c, &v)\n}\n\n", f.read(r))
	case "get":
		f.printf("x := call.RecvObject[%s](c)\nc.Done()\n%s\n}\n\n", f.text(r.Go), f.write(r, "*x"))
	case "set":
		f.printf("x := call.RecvObject[%s](c)\nv := %s\nc.Done()\n*x = v\n}\n\n", f.text(r.Go), f.read(r))
	}
}
