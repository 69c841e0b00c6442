package model

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// JSON prints the schema exactly as JSON.stringify prints it again after JSON.parse, so that both sides hash the same bytes.
func (s *Schema) JSON() []byte {
	w := &jsonWriter{}
	w.object(func() {
		w.key("packages")
		list(w, s.Packages, w.pkg)
		w.key("types")
		list(w, s.Types, w.typ)
	})
	return []byte(w.b.String())
}

// Hash is the schema hash that the library carries: 16 hexadecimal digits.
func Hash(schema []byte) string {
	sum := sha256.Sum256(schema)
	return hex.EncodeToString(sum[:8])
}

func (w *jsonWriter) pkg(p *Package) {
	w.object(func() {
		w.str("path", p.Path)
		w.str("name", p.Name)
		w.flag("bound", p.Bound)
		optional(w, "functions", p.Functions, w.function)
		optional(w, "constants", p.Constants, func(c Constant) {
			w.object(func() {
				w.str("name", c.Name)
				w.int("type", c.Type.ID)
				w.str("value", c.Value)
			})
		})
		optional(w, "variables", p.Variables, func(v Variable) {
			w.object(func() {
				w.str("name", v.Name)
				w.int("type", v.Type.ID)
				w.int("get", v.Get)
				w.fnID("set", v.Set)
			})
		})
		if len(p.Exports) > 0 {
			w.key("exports")
			w.object(func() {
				for _, e := range p.Exports {
					w.int(e.Name, e.Type.ID)
				}
			})
		}
		optional(w, "skips", share(p.Skips), w.skip)
	})
}

func (w *jsonWriter) function(f *Func) {
	w.object(func() {
		w.text("name", f.Name)
		optional(w, "typeParams", f.TypeParams, w.quote)
		optional(w, "params", f.Params, func(p Param) {
			w.object(func() {
				w.str("name", p.Name)
				w.int("type", p.Type.ID)
				w.flag("shared", p.Shared)
			})
		})
		optional(w, "results", f.Results, func(r Result) {
			w.object(func() {
				w.text("name", r.Name)
				w.int("type", r.Type.ID)
			})
		})
		w.flag("variadic", f.Variadic)
		w.flag("throws", f.Throws)
		w.fnID("fn", f.Fn)
		w.flag("pointer", f.Pointer)
		w.flag("fills", f.Fills)
		w.text("instance", f.Instance)
		w.flag("exact", f.Exact)
		w.text("more", f.More)
		optional(w, "also", f.Also, w.function)
	})
}

func (w *jsonWriter) typ(t *Type) {
	w.object(func() {
		w.str("kind", string(t.Kind))
		switch t.Kind {
		case Int64, "uint64", "uintptr":
			w.flag("number", t.Number)
		case String:
			w.flag("replace", t.Replace)
		case Text:
			w.int("zero", t.Zero)
		case ErasedKind:
			w.text("param", t.Param)
		case ByteArray:
			w.int("length", t.Length)
		case Numbers:
			w.str("elem", string(t.Elem.Kind))
			if t.Length >= 0 {
				w.int("length", t.Length)
			}
			w.flag("list", t.List)
		case Slice, Optional:
			w.int("elem", t.Elem.ID)
		case Array:
			w.int("elem", t.Elem.ID)
			w.int("length", t.Length)
		case Map:
			w.int("key", t.Key.ID)
			w.int("elem", t.Elem.ID)
		case Named:
			w.int("pkg", t.Pkg.Index)
			w.str("name", t.Name)
			optional(w, "typeParams", t.TypeParams, w.quote)
			w.int("type", t.Elem.ID)
		case Instance:
			w.int("type", t.Elem.ID)
			optional(w, "args", t.Args, w.quote)
		case Record:
			w.record(t)
		case ClassKind:
			w.class(t.Class)
		case Object:
			w.int("class", t.Class.Type.ID)
			w.flag("pointer", t.Pointer)
			optional(w, "args", t.Args, w.quote)
		case Value, Interface, Opaque, Function:
			w.int("class", t.Class.Type.ID)
			optional(w, "args", t.Args, w.quote)
			if t.Call != nil {
				w.key("call")
				w.function(t.Call)
			}
		}
	})
}

func (w *jsonWriter) record(t *Type) {
	if t.Pkg != nil {
		w.int("pkg", t.Pkg.Index)
		w.str("name", t.Name)
		optional(w, "typeParams", t.TypeParams, w.quote)
	}
	w.key("fields")
	list(w, t.Fields, w.recordField)
	if t.Ref != nil {
		w.key("ref")
		w.object(func() {
			w.int("make", t.Ref.Make)
			w.int("get", t.Ref.Get)
			w.int("set", t.Ref.Set)
		})
	}
}

func (w *jsonWriter) recordField(f *RecordField) {
	w.object(func() {
		w.str("name", f.Name)
		w.text("key", f.Key)
		optional(w, "aliases", f.Aliases, w.quote)
		w.int("type", f.Type.ID)
		w.flag("omit", f.Omit)
	})
}

func (w *jsonWriter) class(c *Class) {
	w.int("pkg", c.Pkg.Index)
	w.str("name", c.Name)
	w.str("of", c.Of)
	w.str("goType", c.GoType)
	optional(w, "typeParams", c.TypeParams, w.quote)
	w.flag("hidden", c.Hidden)
	if c.Value != nil {
		w.int("value", c.Value.ID)
	}
	optional(w, "methods", c.Methods, w.function)
	optional(w, "fields", c.Fields, func(f *Field) {
		w.object(func() {
			w.str("name", f.Name)
			w.int("type", f.Type.ID)
			w.int("get", f.Get)
			w.fnID("set", f.Set)
			w.text("snap", f.Snap)
		})
	})
	if c.HasLiteral && c.Live == nil {
		w.key("literal")
		list(w, c.Literal, w.recordField)
	}
	w.fnID("make", c.Make)
	w.fnID("snapshot", c.Snapshot)
	if c.TextFrom != 0 {
		w.key("text")
		w.object(func() { w.int("from", c.TextFrom) })
	}
	optional(w, "calls", c.Calls, w.function)
	if c.Calls != nil {
		optional(w, "optional", c.Optional, w.function)
	}
	w.text("sealed", c.Sealed)
	w.text("json", c.JSON)
	w.flag("error", c.IsError)
	if l := c.Live; l != nil {
		w.key("live")
		w.object(func() {
			if l.Key != nil {
				w.int("key", l.Key.ID)
			}
			w.int("elem", l.Elem.ID)
			w.int("size", l.Size)
			w.int("get", l.Get)
			w.int("set", l.Set)
			w.fnID("delete", l.Delete)
			w.int("all", l.All)
		})
	}
}

// jsonWriter writes compact JSON; a comma is due after every value but the first of its object or array.
type jsonWriter struct {
	b   strings.Builder
	due bool
}

func (w *jsonWriter) object(members func()) {
	w.b.WriteByte('{')
	w.due = false
	members()
	w.b.WriteByte('}')
	w.due = true
}

func list[T any](w *jsonWriter, items []T, item func(T)) {
	w.b.WriteByte('[')
	for i, it := range items {
		if i > 0 {
			w.b.WriteByte(',')
		}
		item(it)
	}
	w.b.WriteByte(']')
	w.due = true
}

func optional[T any](w *jsonWriter, key string, items []T, item func(T)) {
	if len(items) > 0 {
		w.key(key)
		list(w, items, item)
	}
}

func (w *jsonWriter) key(k string) {
	if w.due {
		w.b.WriteByte(',')
	}
	w.quote(k)
	w.b.WriteByte(':')
	w.due = true
}

func (w *jsonWriter) str(k, v string) {
	w.key(k)
	w.quote(v)
}

// text writes a string that may be absent.
func (w *jsonWriter) text(k, v string) {
	if v != "" {
		w.str(k, v)
	}
}

func (w *jsonWriter) int(k string, v int) {
	w.key(k)
	w.b.WriteString(strconv.Itoa(v))
}

// fnID writes the number of a wrapper that may be absent.
func (w *jsonWriter) fnID(k string, v int) {
	if v != 0 {
		w.int(k, v)
	}
}

func (w *jsonWriter) flag(k string, v bool) {
	if v {
		w.key(k)
		w.b.WriteString("true")
	}
}

// quote escapes what JSON.stringify escapes, and nothing else.
func (w *jsonWriter) quote(s string) {
	w.b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			w.b.WriteByte('\\')
			w.b.WriteRune(r)
		case r == '\b':
			w.b.WriteString(`\b`)
		case r == '\f':
			w.b.WriteString(`\f`)
		case r == '\n':
			w.b.WriteString(`\n`)
		case r == '\r':
			w.b.WriteString(`\r`)
		case r == '\t':
			w.b.WriteString(`\t`)
		case r < 0x20:
			fmt.Fprintf(&w.b, `\u%04x`, r)
		default:
			w.b.WriteRune(r)
		}
	}
	w.b.WriteByte('"')
}
