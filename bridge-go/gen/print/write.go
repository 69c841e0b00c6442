package print

import (
	"fmt"
	"strings"

	"usegolib.internal/gen/model"
)

// write is a statement that encodes the expression x of type t.
func (f *file) write(t *model.Type, x string) string {
	t = t.AtRunTime()
	if m := scalarMethod(t.Kind); m != "" {
		if t.Kind == model.Error {
			return fmt.Sprintf("call.WriteError(c, %s)", x)
		}
		if t.Replace {
			m = "Mended"
		}
		return fmt.Sprintf("c.Write%s(%s)", m, x)
	}
	switch t.Kind {
	case model.BigInt, model.BigRat, model.BigFloat:
		if t.Pointer {
			return fmt.Sprintf("c.Write%s%s(%s)", strings.ToUpper(string(t.Kind[:1])), t.Kind[1:], x)
		}
	case model.JSON:
		return fmt.Sprintf("c.WriteJSON(%s)", x)
	case model.JSONNumber:
		return fmt.Sprintf("c.WriteString(string(%s))", x)
	case model.Text:
		return fmt.Sprintf("call.WriteTextual(c, %s)", x)
	case model.Numbers:
		if t.Length < 0 {
			return fmt.Sprintf("call.WriteNumbers(c, %s)", x)
		}
	case model.Named:
		if t.Hidden || t.Elem.Kind == model.Text {
			return f.write(t.Elem, x)
		}
		return f.write(t.Elem, fmt.Sprintf("(%s)(%s)", f.text(t.Elem.Go), x))
	case model.Value:
		return f.write(t.Class.Value, fmt.Sprintf("(%s)(%s)", f.text(t.Class.Value.Go), x))
	case model.ErasedKind:
		return fmt.Sprintf("call.WriteErased(c, %s)", x)
	case model.Any:
		return fmt.Sprintf("call.WriteAny(c, %s)", x)
	case model.Interface:
		return fmt.Sprintf("call.WriteInterface(c, %s)", x)
	case model.Opaque:
		return fmt.Sprintf("call.WriteHidden(c, %s)", x)
	case model.Function:
		return fmt.Sprintf("call.WriteFunc(c, %s)", x)
	case model.Object:
		switch {
		case t.Hidden:
			return fmt.Sprintf("call.WriteHidden(c, %s)", x)
		case t.Pointer:
			return fmt.Sprintf("call.WriteObject(c, %s)", x)
		}
		return fmt.Sprintf("call.WriteCopy(c, %s)", x)
	}
	return fmt.Sprintf("w%d(c, %s)", f.writers.add(t), x)
}

// writePlace encodes an addressable place: an object by value is a view of its parent's memory.
func (f *file) writePlace(t *model.Type, place string) string {
	if t.Kind == model.Object && !t.Pointer && !t.Hidden {
		return fmt.Sprintf("call.WriteView(c, &%s)", place)
	}
	return f.write(t, place)
}

// writer prints func wN.
func (f *file) writer(t *model.Type) {
	if t.Hidden {
		f.generic("w", t, "v V")
	} else {
		f.printf("func w%d(c *call.Call, v %s) {\n", t.ID, f.text(t.Go))
	}
	defer f.printf("}\n\n")
	switch t.Kind {
	case model.BigInt, model.BigRat, model.BigFloat:
		f.printf("c.Write%s%s(&v)\n", strings.ToUpper(string(t.Kind[:1])), t.Kind[1:])
	case model.ByteArray:
		f.printf("c.WriteByteArray(v[:])\n")
	case model.Numbers:
		f.printf("call.WriteNumbers(c, v[:])\n")
	case model.Slice:
		f.printf("if v == nil {\nc.WriteNil()\nreturn\n}\nc.WriteArray(len(v))\nfor _, e := range v {\n%s\n}\n", f.write(t.Elem, "e"))
	case model.Array:
		f.printf("c.WriteArray(len(v))\nfor _, e := range v {\n%s\n}\n", f.write(t.Elem, "e"))
	case model.Map:
		f.printf("if v == nil {\nc.WriteNil()\nreturn\n}\nc.WriteMap(len(v))\nfor k, e := range v {\n%s\n%s\n}\n", f.write(t.Key, "k"), f.write(t.Elem, "e"))
	case model.Optional:
		if t.SQL != "" {
			f.printf("if !v.Valid {\nc.WriteNil()\nreturn\n}\n%s\n", f.write(t.Elem, "v."+t.SQL))
			return
		}
		f.printf("if v == nil {\nc.WriteNil()\nreturn\n}\n%s\n", f.write(t.Elem, "*v"))
	case model.Record:
		f.printf("c.WriteArray(%d)\n", len(t.Fields))
		for _, fd := range t.Fields {
			f.printf("%s\n", f.write(fd.Type, "v."+fd.Name))
		}
	default:
		panic("print: no writer for kind " + string(t.Kind))
	}
}

// codecs prints every reader, writer and literal that is called, until none calls another that is missing.
func (f *file) codecs() {
	for {
		if t := f.readers.next(); t != nil {
			f.reader(t)
		} else if t := f.writers.next(); t != nil {
			f.writer(t)
		} else if t := f.literals.next(); t != nil {
			f.literal(t.Class)
		} else if t := f.adapters.next(); t != nil {
			f.adapter(t.Class)
		} else if t := f.closures.next(); t != nil {
			f.closure(t.Class)
		} else {
			return
		}
	}
}
