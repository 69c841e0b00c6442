package gate

import (
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// function is a func type. Its values always travel Go → JS → Go; where every type in it crosses, JavaScript can also
// make one, and call one that Go made.
func (g *Gate) function(t types.Type, sig *types.Signature) *model.Type {
	mt := g.opaque(t)
	if mt.Hidden {
		return mt
	}
	f, ms, no := g.callback("", sig)
	if no != nil {
		g.uncallable[key(t)] = no
		return mt
	}
	c := mt.Class
	f.Sig = ms
	if g.named(t) != nil {
		f = g.writtenFunc(c.Written.Underlying().(*types.Signature), f)
	}
	c.Calls = []*model.Func{f}
	if !c.Hidden {
		c.Make = g.schema.AddFn(model.Make{Class: c})
	}
	if g.makable(ms) {
		f.Fn = g.schema.AddFn(model.Invoke{Class: c, Sig: ms})
	}
	return &model.Type{Kind: model.Function, Class: c}
}

// callback classifies a signature that JavaScript implements: it gets the parameters and makes the results.
func (g *Gate) callback(name string, sig *types.Signature) (*model.Func, *model.Signature, *refusal) {
	if !g.schema.Names.Writable(sig) {
		return nil, nil, refuse(model.UnexportedType, short(sig)+" cannot be written down")
	}
	f, ms := &model.Func{Name: name, Variadic: sig.Variadic()}, &model.Signature{Go: sig, Variadic: sig.Variadic()}
	for i := range sig.Params().Len() {
		v := sig.Params().At(i)
		t, no := g.classify(v.Type(), out)
		if no != nil {
			return nil, nil, no.in("its parameter " + paramName(v.Name(), i))
		}
		shared := isMemory(t) && !(sig.Variadic() && i == sig.Params().Len()-1)
		f.Params = append(f.Params, model.Param{Name: paramName(v.Name(), i), Type: t, Shared: shared})
		ms.Params = append(ms.Params, t)
	}
	if (name == "Read" || name == "ReadAt") && f.Params != nil && f.Params[0].Type.Kind == model.Bytes {
		f.Fills, f.Params[0].Shared = true, false
	}
	n := sig.Results().Len()
	if n > 0 && isError(sig.Results().At(n-1).Type()) {
		f.Throws, ms.Throws = true, true
		n--
	}
	for i := range n {
		v := sig.Results().At(i)
		t, no := g.classify(v.Type(), in)
		if no != nil {
			return nil, nil, no.in("its result")
		}
		f.Results = append(f.Results, model.Result{Type: t})
		ms.Results = append(ms.Results, t)
	}
	return f, ms, nil
}

// isMemory tells slices that travel as their elements' memory.
func isMemory(t *model.Type) bool {
	if t.Kind == model.Named {
		return isMemory(t.Elem)
	}
	return t.Kind == model.Bytes || t.Kind == model.Numbers && t.Length < 0
}

// makable tells signatures whose arguments JavaScript can make: what it calls.
func (g *Gate) makable(sig *model.Signature) bool {
	return !slices.ContainsFunc(sig.Params, func(t *model.Type) bool { return t.Go != nil && g.refuseIn(t.Go) != nil })
}

// bindNeeded binds the types that it takes to implement an interface of another package.
func (g *Gate) bindNeeded(c *model.Class) {
	i := c.Go.Underlying().(*types.Interface)
	if c.Own || !g.schema.Names.Writable(c.Go) || slices.ContainsFunc(slices.Collect(i.Methods()), unexported) {
		return
	}
	defer g.restore(g.words)
	for m := range i.Methods() {
		g.declareMember(c, m.Name())
		if _, _, no := g.callback(m.Name(), m.Signature()); no != nil {
			return
		}
	}
}

func unexported(f *types.Func) bool { return !f.Exported() }

// bindImplementation decides whether an object of JavaScript can be a value of an interface.
func (g *Gate) bindImplementation(c *model.Class) {
	i := c.Go.Underlying().(*types.Interface)
	if !g.schema.Names.Writable(c.Go) {
		c.Sealed = "its name cannot be written down"
		return
	}
	var calls []*model.Func
	for m := range i.Methods() {
		if !m.Exported() {
			c.Sealed = "it has the unexported method " + m.Name()
			return
		}
		g.declareMember(c, m.Name())
		f, ms, no := g.callback(m.Name(), m.Signature())
		if no != nil {
			c.Sealed = "its method " + m.Name() + ": " + no.detail
			return
		}
		f.Sig = ms
		calls = append(calls, g.writtenFunc(writtenMember(c.Written, m).(*types.Signature), f))
	}
	c.Calls = calls
}
