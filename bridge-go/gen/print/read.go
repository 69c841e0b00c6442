package print

import (
	"fmt"
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

// scalarMethod is the suffix of Read… and Write… for kinds that one method handles.
func scalarMethod(k model.Kind) string {
	switch k {
	case model.Bool, model.String, model.Int, "int8", "int16", "int32", model.Int64, "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
		"float32", model.Float64, "complex64", "complex128", model.Bytes, model.Error, model.Time, model.Duration:
		return strings.ToUpper(string(k[:1])) + string(k[1:])
	}
	return ""
}

// read is an expression that decodes a value of type t. Hidden types cannot be written down: see readInto.
func (f *file) read(t *model.Type) string {
	t = t.AtRunTime()
	if m := scalarMethod(t.Kind); m != "" {
		if t.Kind == model.Error {
			return "call.ReadError(c)"
		}
		return "c.Read" + m + "()"
	}
	switch t.Kind {
	case model.BigInt, model.BigRat, model.BigFloat:
		expr := "c.Read" + strings.ToUpper(string(t.Kind[:1])) + string(t.Kind[1:]) + "()"
		if !t.Pointer {
			return "call.Deref(" + expr + ")"
		}
		return expr
	case model.JSON:
		return f.text(t.Go) + "(c.ReadJSON())"
	case model.JSONNumber:
		return f.text(t.Go) + "(c.ReadString())"
	case model.Text:
		return fmt.Sprintf("call.ReadTextual[%s](c)", f.text(t.Go))
	case model.Numbers:
		if t.Length < 0 {
			return fmt.Sprintf("call.ReadNumbers[%s](c)", t.Elem.Kind)
		}
	case model.Named:
		if t.Elem.Kind == model.Text {
			return f.read(t.Elem)
		}
		return fmt.Sprintf("%s(%s)", f.text(t.Go), f.read(t.Elem))
	case model.Value:
		if t.Class.TextFrom == 0 || t.Class.Value.Kind == model.String {
			return fmt.Sprintf("%s(%s)", f.text(t.Go), f.read(t.Class.Value))
		}
	case model.ErasedKind:
		return "call.ReadErased(c)"
	case model.Any:
		if _, named := t.Go.(*types.Named); named {
			return fmt.Sprintf("%s(call.ReadAny(c))", f.text(t.Go))
		}
		return "call.ReadAny(c)"
	case model.Interface:
		if t.Class.Calls != nil {
			break
		}
		return fmt.Sprintf("call.ReadInterface[%s](c)", f.text(t.Go))
	case model.Opaque:
		return fmt.Sprintf("call.ReadHidden[%s](c)", f.text(t.Go))
	case model.Function:
		return f.readFunction("ReadFunc", t.Class)
	case model.Object:
		if t.Class.Of == "variable" {
			return fmt.Sprintf("call.ReadVariable[%s](c)", f.text(t.Class.Go))
		}
		if !t.Class.HasLiteral && t.Class.TextFrom == 0 {
			if t.Pointer {
				return fmt.Sprintf("call.ReadObject[%s](c)", f.text(t.Class.Go))
			}
			return fmt.Sprintf("call.ReadCopy[%s](c)", f.text(t.Class.Go))
		}
	}
	return fmt.Sprintf("r%d(c)", f.readers.add(t))
}

// readInto is a statement that decodes into an addressable place; it reaches hidden types by inference.
func (f *file) readInto(t *model.Type, place string) string {
	t = t.AtRunTime()
	switch {
	case !t.Hidden:
		return place + " = " + f.read(t)
	case t.Kind == model.Named:
		return f.readInto(t.Elem, place)
	case t.Class != nil:
		return fmt.Sprintf("call.ReadHiddenInto(c, &%s)", place)
	}
	return fmt.Sprintf("r%d(c, &%s)", f.readers.add(t), place)
}

// reader prints func rN.
func (f *file) reader(t *model.Type) {
	if t.Hidden {
		f.hiddenReader(t)
		return
	}
	f.printf("func r%d(c *call.Call) (v %s) {\n", t.ID, f.text(t.Go))
	defer f.printf("}\n\n")
	switch t.Kind {
	case model.ByteArray:
		f.printf("c.ReadByteArray(v[:])\nreturn\n")
	case model.Numbers:
		f.printf("call.ReadNumberArray(c, v[:])\nreturn\n")
	case model.Slice:
		f.printf("if n, ok := c.ReadArray(); ok {\nv = make(%s, 0, call.Room(n))\nfor range n {\nv = append(v, %s)\n}\n}\nreturn\n", f.text(t.Go), f.read(t.Elem))
	case model.Array:
		f.printf("if c.ReadStruct(%d) {\nfor i := range v {\nv[i] = %s\n}\n}\nreturn\n", t.Length, f.read(t.Elem))
	case model.Map:
		f.printf("if n, ok := c.ReadMap(); ok {\nv = make(%s, call.Room(n))\nfor range n {\nk := %s\nv[k] = %s\n}\n}\nreturn\n", f.text(t.Go), f.read(t.Key), f.read(t.Elem))
	case model.Optional:
		f.optionalReader(t)
	case model.Record:
		f.fields(t.Fields)
		f.printf("return\n")
	case model.Value:
		f.printf("if c.IsText() {\nreturn *call.ReadText[%s](c)\n}\nreturn %s(%s)\n", f.text(t.Go), f.text(t.Go), f.read(t.Class.Value))
	case model.Object:
		f.objectReader(t)
	case model.Interface:
		f.interfaceReader(t)
	default:
		panic("print: no reader for kind " + string(t.Kind))
	}
}

// hiddenReader prints func rN of a type with hidden parts: it decodes into a place, whose type says what the parts are.
func (f *file) hiddenReader(t *model.Type) {
	f.generic("r", t, "v *V")
	switch t.Kind {
	case model.Slice:
		f.printf("if n, ok := c.ReadArray(); ok {\n*v = make(V, 0, call.Room(n))\nfor range n {\n")
		f.printf("var e %s\n%s\n*v = append(*v, e)\n}\n}\n", f.text(t.Elem.Go), f.readInto(t.Elem, "e"))
	case model.Array:
		f.printf("if c.ReadStruct(%d) {\nfor i := range len(*v) {\n%s\n}\n}\n", t.Length, f.readInto(t.Elem, "(*v)[i]"))
	case model.Map:
		f.printf("if n, ok := c.ReadMap(); ok {\n*v = make(V, call.Room(n))\nfor range n {\nvar k %s\nvar e %s\n", f.text(t.Key.Go), f.text(t.Elem.Go))
		f.printf("%s\n%s\n(*v)[k] = e\n}\n}\n", f.readInto(t.Key, "k"), f.readInto(t.Elem, "e"))
	case model.Optional:
		f.printf("if c.ReadNil() {\nreturn\n}\nx := new(%s)\n%s\n*v = x\n", f.text(t.Elem.Go), f.readInto(t.Elem, "*x"))
	default:
		panic("print: no reader for hidden kind " + string(t.Kind))
	}
	f.printf("}\n\n")
}

func (f *file) optionalReader(t *model.Type) {
	f.printf("if c.ReadNil() {\nreturn\n}\n")
	if t.SQL != "" {
		f.printf("v.%s, v.Valid = %s, true\nreturn\n", t.SQL, f.read(t.Elem))
		return
	}
	f.printf("if c.IsTag(call.RefTag) {\nreturn call.ReadRef[%s](c)\n}\n", f.text(t.Elem.Go))
	if t.Elem.Kind == model.Record && t.Elem.Ref != nil {
		f.printf("if c.IsHandle() {\nreturn call.ReadObject[%s](c)\n}\n", f.text(t.Elem.Go))
	}
	f.printf("x := %s\nreturn &x\n", f.read(t.Elem))
}

// fields decodes the positional array of a record or literal into v; nil leaves a field its zero value.
func (f *file) fields(fields []*model.RecordField) {
	f.printf("if c.ReadStruct(%d) {\n", len(fields))
	for _, fd := range fields {
		f.printf("if !c.ReadNil() {\n%s\n}\n", f.readInto(fd.Type, "v."+fd.Name))
	}
	f.printf("}\n")
}

func (f *file) objectReader(t *model.Type) {
	c := t.Class
	star, readHandle := "*", "ReadCopy"
	if t.Pointer {
		star, readHandle = "", "ReadObject"
	}
	f.printf("if c.IsHandle() {\nreturn call.%s[%s](c)\n}\n", readHandle, f.text(c.Go))
	if t.Pointer {
		f.printf("if c.ReadNil() {\nreturn nil\n}\n")
	}
	if c.TextFrom != 0 {
		f.printf("if c.IsText() {\nreturn %scall.ReadText[%s](c)\n}\n", star, f.text(c.Go))
	}
	if c.HasLiteral {
		f.printf("return %sl%d(c)\n", star, f.literals.add(c.Type))
		return
	}
	f.printf("return call.%s[%s](c)\n", readHandle, f.text(c.Go))
}

// literal prints func lN.
func (f *file) literal(c *model.Class) {
	f.printf("func l%d(c *call.Call) *%s {\nv := new(%s)\n", c.Type.ID, f.text(c.Go), f.text(c.Go))
	switch {
	case c.Live == nil:
		f.fields(c.Literal)
	case c.Live.Key == nil:
		f.printf("if n, ok := c.ReadArray(); ok {\n*v = make(%s, 0, call.Room(n))\nfor range n {\n*v = append(*v, %s)\n}\n}\n", f.text(c.Go), f.read(c.Live.Elem))
	default:
		f.printf("if n, ok := c.ReadMap(); ok {\n*v = make(%s, call.Room(n))\nfor range n {\nk := %s\n(*v)[k] = %s\n}\n}\n", f.text(c.Go), f.read(c.Live.Key), f.read(c.Live.Elem))
	}
	f.printf("return v\n}\n\n")
}
