package print

import (
	"fmt"
	"strings"

	"usegolib.internal/gen/model"
)

// readFunction is an expression that decodes a function with call.ReadFunc or call.NewFunc.
func (f *file) readFunction(with string, c *model.Class) string {
	id := f.closures.add(c.Type)
	return fmt.Sprintf("call.%s(c, %d, k%d)", with, id, id)
}

// closure prints func kN: the Go function of a func type that asks JavaScript.
func (f *file) closure(c *model.Class) {
	f.printf("func k%d(js *call.Target) %s {\nreturn ", c.Type.ID, f.text(c.Go))
	f.ask("func", "js", 0, c.Calls[0])
	f.printf("}\n\n")
}

// interfaceReader prints the reader of an interface that JavaScript may implement. Go has a type for each set of optional
// methods: which of them the object has follows its id.
func (f *file) interfaceReader(t *model.Type) {
	id := f.adapters.add(t.Class.Type)
	f.printf("if js := call.ReadTarget(c, %d); js != nil {\n", id)
	f.printf("x := j%d{call.ObjectOf(js)}\n", id)
	if n := len(t.Class.Optional); n > 0 {
		f.printf("switch c.ReadInt() {\n")
		for set := 1; set < 1<<n; set++ {
			types, values := fmt.Sprintf("j%d", id), "x"
			for i := range n {
				if set>>i&1 == 1 {
					types += fmt.Sprintf("; j%do%d", id, i)
					values += fmt.Sprintf(", j%do%d{js}", id, i)
				}
			}
			f.printf("case %d:\nreturn struct{ %s }{%s}\n", set, types, values)
		}
		f.printf("}\n")
	}
	f.printf("return x\n}\nreturn call.ReadInterface[%s](c)\n", f.text(t.Go))
}

// adapter prints type jN: an object of JavaScript as a Go value with the methods of an interface; and a type jNoI for each
// optional method.
func (f *file) adapter(c *model.Class) {
	id := c.Type.ID
	f.printf("type j%d struct{ call.UsegolibObject } // %s\n\n", id, c.GoType)
	for i, fn := range c.Calls {
		f.ask(fmt.Sprintf("func (x j%d) %s", id, fn.Name), "x.UsegolibTarget()", i, fn)
		f.printf("\n")
	}
	for i, fn := range c.Optional {
		f.printf("type j%do%d struct{ js *call.Target }\n\n", id, i)
		f.ask(fmt.Sprintf("func (x j%do%d) %s", id, i, fn.Name), "x.js", len(c.Calls)+i, fn)
		f.printf("\n")
	}
}

// ask prints a function that asks JavaScript: arguments out, results in. The results are not called rN, as the readers are.
func (f *file) ask(head, target string, number int, fn *model.Func) {
	sig := fn.Sig.Go
	var params, results []string
	for i := range sig.Params().Len() {
		text := f.text(sig.Params().At(i).Type())
		if fn.Variadic && i == sig.Params().Len()-1 {
			text = "..." + strings.TrimPrefix(text, "[]")
		}
		params = append(params, fmt.Sprintf("a%d %s", i, text))
	}
	for i := range fn.Sig.Results {
		results = append(results, fmt.Sprintf("out%d %s", i, f.text(sig.Results().At(i).Type())))
	}
	if fn.Throws {
		results = append(results, "err error")
	}
	f.printf("%s(%s) (%s) {\nc := %s.Begin(%d)\ndefer c.Answered()\n", head, strings.Join(params, ", "), strings.Join(results, ", "), target, number)
	for i, p := range fn.Sig.Params {
		if fn.Fills && i == 0 {
			f.printf("c.WriteInt(len(a0))\n")
			continue
		}
		f.printf("%s\n", f.write(p, fmt.Sprintf("a%d", i)))
	}
	if fn.Throws {
		f.printf("if err = c.Ask(); err != nil {\nreturn\n}\n")
	} else {
		f.printf("c.MustAsk()\n")
	}
	for i, r := range fn.Sig.Results {
		f.printf("out%d = %s\n", i, f.read(r))
	}
	if fn.Fills {
		f.printf("if out0 < 0 {\nreturn 0, call.EOF\n}\ncopy(a0, c.ReadBytes())\n")
	}
	for i, p := range fn.Params {
		if p.Shared {
			f.printf("call.ReadChanges(c, a%d)\n", i)
		}
	}
	f.printf("return\n}\n")
}
