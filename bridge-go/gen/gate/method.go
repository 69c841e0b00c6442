package gate

import (
	"go/types"
	"strconv"
	"strings"

	"usegolib.internal/gen/model"
)

// bindMethods binds the exported methods of a class: those of *T, promoted ones included, or those of an interface.
func (g *Gate) bindMethods(c *model.Class) {
	t := c.Go
	value := types.NewMethodSet(t)
	all := value
	if !types.IsInterface(t) {
		all = types.NewMethodSet(types.NewPointer(t))
	}
	for i := range all.Len() {
		obj := all.At(i).Obj().(*types.Func)
		if !obj.Exported() {
			continue
		}
		g.declareMember(c, obj.Name())
		f, no := g.bindMethod(c, obj)
		if no != nil {
			g.skip(c.Pkg, c.Name, obj.Name(), obj, no)
			continue
		}
		f = g.writtenFunc(writtenMember(c.Written, obj).(*types.Signature), f)
		f.Pointer = value.Lookup(obj.Pkg(), obj.Name()) == nil
		c.Methods = append(c.Methods, f)
	}
}

// bindMethod shares one wrapper among all types that have a method of this name and signature.
func (g *Gate) bindMethod(c *model.Class, obj *types.Func) (*model.Func, *refusal) {
	f, sig, no := g.signature(obj, errorMaker(obj))
	if no != nil {
		return nil, no
	}
	if !g.schema.Names.Writable(obj.Signature()) {
		if c.Hidden {
			f.Fn, no = g.bindHiddenMethod(c, obj.Name(), sig)
			return f, no
		}
		g.witness(methodExpression(c, obj))
		f.Fn = g.schema.AddFn(model.CallMethodExpr{Class: c, Name: obj.Name(), Sig: sig})
		return f, nil
	}
	k := obj.Name() + " " + signatureKey(sig.Go) + " " + strconv.FormatBool(sig.Throws)
	if g.words.replace && writes(sig.Go, isString) {
		k += " mended"
	}
	fn, ok := g.methods[k]
	if !ok {
		fn = g.schema.AddFn(model.CallMethod{Name: obj.Name(), Sig: sig})
		g.methods[k] = fn
	}
	f.Fn = fn
	return f, nil
}

// signatureKey is the identity of a signature: its types without its names.
func signatureKey(sig *types.Signature) string {
	var b strings.Builder
	b.WriteString("func(")
	tuple(&b, sig.Params(), sig.Variadic())
	b.WriteString(")")
	switch sig.Results().Len() {
	case 0:
	case 1:
		b.WriteString(" ")
		tuple(&b, sig.Results(), false)
	default:
		b.WriteString(" (")
		tuple(&b, sig.Results(), false)
		b.WriteString(")")
	}
	return b.String()
}

func tuple(b *strings.Builder, t *types.Tuple, variadic bool) {
	for i := range t.Len() {
		if i > 0 {
			b.WriteString(", ")
		}
		if variadic && i == t.Len()-1 {
			b.WriteString("...")
		}
		b.WriteString(key(t.At(i).Type()))
	}
}

// signature classifies parameters and results.
func (g *Gate) signature(obj *types.Func, makesError bool) (*model.Func, *model.Signature, *refusal) {
	return g.signatureOf(obj.Name(), obj.Signature(), makesError)
}

func (g *Gate) signatureOf(name string, sig *types.Signature, makesError bool) (*model.Func, *model.Signature, *refusal) {
	sig = g.assignable(sig)
	f := &model.Func{Name: name, Variadic: sig.Variadic()}
	ms := &model.Signature{Go: sig, Variadic: sig.Variadic()}
	for i := range sig.Params().Len() {
		v := sig.Params().At(i)
		name := paramName(v.Name(), i)
		t, no := g.classify(v.Type(), in)
		if no != nil {
			return nil, nil, no.in("parameter " + name)
		}
		f.Params = append(f.Params, model.Param{Name: name, Type: t})
		ms.Params = append(ms.Params, t)
	}
	results := sig.Results()
	n := results.Len()
	if n > 0 && isError(results.At(n-1).Type()) && !makesError {
		f.Throws, ms.Throws = true, true
		n--
	}
	for i := range n {
		v := results.At(i)
		t, no := g.classify(v.Type(), out)
		if no != nil {
			return nil, nil, no.in("result")
		}
		name := v.Name()
		if name == "_" || strings.HasPrefix(name, "#") {
			name = ""
		}
		f.Results = append(f.Results, model.Result{Name: name, Type: t})
		ms.Results = append(ms.Results, t)
	}
	return f, ms, nil
}

// assignable gives a signature as a caller sees it: where a parameter's func type has no name, a function of the underlying
// type will do. Values that the API hands out stay what they are.
func (g *Gate) assignable(sig *types.Signature) *types.Signature {
	params := make([]*types.Var, sig.Params().Len())
	for i := range params {
		v := sig.Params().At(i)
		params[i] = v
		named, ok := types.Unalias(v.Type()).(*types.Named)
		if !ok || g.schema.Names.Writable(named) || g.produced[key(named)] {
			continue
		}
		if under, ok := named.Underlying().(*types.Signature); ok && g.schema.Names.Writable(under) {
			params[i] = types.NewParam(v.Pos(), v.Pkg(), v.Name(), under)
		}
	}
	return types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), sig.Results(), sig.Variadic())
}

func isError(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() == nil && n.Obj().Name() == "error"
}

func paramName(name string, i int) string {
	if name == "" || name == "_" {
		return "arg" + strconv.Itoa(i)
	}
	return name
}
