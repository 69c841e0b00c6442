package print

import (
	"fmt"
	"go/types"
	"strings"

	"usegolib.internal/gen/model"
)

// hiddenMethod prints a call on a receiver without a name. A second function has type parameters for the types that have
// none; Go infers them from the type of the witness, and P from the one in its constraint.
func (f *file) hiddenMethod(n int, fn model.CallHiddenMethod) {
	f.open(n, fn.Class.GoType+"."+fn.Name)
	f.printf("g%d(c, %s)\n}\n\n", n, f.witness(fn.Witness))
	receiver := f.text(fn.Class.Go)
	params := append(f.inferred(fn.Witness.Sig), fmt.Sprintf("P interface{\n*%s\n%s\n}", receiver, f.method(fn.Name, fn.Sig.Go)))
	f.printf("func g%d[%s](c *call.Call, _ %s) {\n", n, strings.Join(params, ", "), f.text(fn.Witness.Sig))
	f.printf("x := P(call.RecvObject[%s](c))\n", receiver)
	f.callBody("x."+fn.Name, fn.Sig)
}

// witness is an expression for a function.
func (f *file) witness(w model.Witness) string {
	if w.On != nil {
		return fmt.Sprintf("(%s).%s", f.text(w.On), w.Obj.Name())
	}
	return f.symbol(w.Obj) + f.arguments(w.Args)
}

// method is a method as an interface declares it.
func (f *file) method(name string, sig *types.Signature) string {
	return name + strings.TrimPrefix(f.text(sig), "func")
}
