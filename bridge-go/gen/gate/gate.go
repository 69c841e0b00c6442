// Package gate decides, once and for all, what every exported symbol becomes or why it is skipped. What it accepts,
// print can print and the Go compiler can compile.
package gate

import (
	"go/token"
	"go/types"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"usegolib.internal/gen/model"
)

// Gate holds what has been decided so far.
type Gate struct {
	schema *model.Schema
	fset   *token.FileSet
	// own are the packages whose members may name further types: the bound ones.
	own map[string]bool
	// modules of own packages: their internal packages count as own, so that hidden results keep their methods.
	ownPrefix []string
	packages  map[string]*model.Package
	types     map[string]*model.Type
	busy      map[string]bool
	// uncallable says why JavaScript cannot make a function of a type.
	uncallable map[string]*refusal
	produced   map[string]bool
	methods    map[string]int
	// instances are the type arguments that the build options name, known the generic symbols they may name.
	instances map[string][]string
	known     map[string]bool
	failure   *model.Failure
	// witnesses are functions by the types without a name that they give.
	witnesses map[string]*model.Witness
	// instanceNames are the keys of the instances that have a name of their own.
	instanceNames map[string]string
	// todo are classes whose members are not decided yet; foreign ones wait until every own one is done.
	todo, foreign []*model.Class
	// interfaces are all classes of interfaces: to implement one takes types that nothing else may name.
	interfaces []*model.Class
	// find gives a package of the build, or nil.
	find func(path string) *types.Package
	// closed: only types that are bound already are accepted (members of foreign types).
	closed bool
	// options are those of the build, words what they say of the declaration at hand, or of the one that wrote a type literal.
	options  *model.Options
	words    words
	literals map[*model.Class]words
}

// Run classifies every exported symbol of the bound packages.
// others are packages whose exported aliases may name types that have no name of their own; find gives a package of the
// build by its path, or nil.
func Run(fset *token.FileSet, bound, others []*types.Package, find func(path string) *types.Package, options model.Options) (*model.Schema, error) {
	g := run(fset, bound, others, find, &options)
	if g.failure != nil {
		return nil, g.failure
	}
	words, err := g.agree()
	if err != nil || len(words) == 0 {
		return g.schema, err
	}
	maps.Copy(words, options.Int64)
	options.Int64 = words
	return run(fset, bound, others, find, &options).schema, nil
}

func run(fset *token.FileSet, bound, others []*types.Package, find func(path string) *types.Package, options *model.Options) *Gate {
	g := &Gate{
		schema: &model.Schema{}, fset: fset, find: find,
		own: map[string]bool{}, packages: map[string]*model.Package{}, types: map[string]*model.Type{},
		busy:       map[string]bool{},
		uncallable: map[string]*refusal{}, methods: map[string]int{}, instanceNames: map[string]string{},
		instances: options.Instances, known: map[string]bool{},
		witnesses: map[string]*model.Witness{},
		options:   options, words: of(options, nil), literals: map[*model.Class]words{},
	}
	for _, p := range bound {
		g.own[p.Path()] = true
		g.ownPrefix = append(g.ownPrefix, p.Path())
	}
	for _, p := range slices.Concat(bound, others) {
		g.learn(p.Scope())
	}
	g.produced = producedFuncs(bound)
	for _, p := range bound {
		g.pkg(p).Bound = true
	}
	for _, p := range bound {
		g.bindPackage(p)
	}
	for done := 0; len(g.todo) > 0 || done < len(g.interfaces); {
		g.drain(&g.todo)
		for ; done < len(g.interfaces); done++ {
			g.bindNeeded(g.interfaces[done])
			g.bindOptional(g.interfaces[done])
		}
	}
	g.closed = true
	g.drain(&g.foreign)
	g.drain(&g.todo)
	g.checkInstances()
	return g
}

// learn looks for types that are known by an alias only.
func (g *Gate) learn(scope *types.Scope) {
	for _, name := range scope.Names() {
		if obj, ok := scope.Lookup(name).(*types.TypeName); ok && obj.IsAlias() && obj.Exported() {
			g.schema.Names.Learn(obj)
		}
	}
}

func (g *Gate) drain(queue *[]*model.Class) {
	for len(*queue) > 0 {
		c := (*queue)[0]
		*queue = (*queue)[1:]
		g.bindMembers(c)
	}
}

// pkg gives a package its entry; types without one (nil) share an entry without a path.
func (g *Gate) pkg(p *types.Package) *model.Package {
	path, name := "", ""
	if p != nil {
		path, name = p.Path(), p.Name()
	}
	mp := g.packages[path]
	if mp == nil {
		mp = &model.Package{Index: len(g.schema.Packages), Path: path, Name: name}
		g.packages[path] = mp
		g.schema.Packages = append(g.schema.Packages, mp)
	}
	return mp
}

func (g *Gate) bindPackage(p *types.Package) {
	mp := g.pkg(p)
	scope := p.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		if !obj.Exported() {
			continue
		}
		g.declare(mp.Path, name)
		if no := g.bind(mp, obj); no != nil {
			g.skip(mp, "", obj.Name(), obj, no)
		}
	}
}

func (g *Gate) bind(mp *model.Package, obj types.Object) *refusal {
	switch obj := obj.(type) {
	case *types.Func:
		return g.bindFunc(mp, obj)
	case *types.Const:
		return g.bindConst(mp, obj)
	case *types.Var:
		return g.bindVar(mp, obj)
	case *types.TypeName:
		return g.bindType(mp, obj)
	}
	return nil
}

func (g *Gate) skip(mp *model.Package, on, name string, obj types.Object, no *refusal) {
	pos := g.fset.Position(obj.Pos())
	mp.Skips = append(mp.Skips, model.Skip{
		On: on, Name: name, Reason: no.reason, Detail: no.detail,
		Pos: path.Base(pos.Filename) + ":" + strconv.Itoa(pos.Line) + ":" + strconv.Itoa(pos.Column),
		Go:  model.ObjectText(obj, types.RelativeTo(obj.Pkg())),
	})
}

func (g *Gate) bindFunc(mp *model.Package, obj *types.Func) *refusal {
	if obj.Signature().TypeParams().Len() > 0 {
		return g.bindGeneric(mp, obj)
	}
	f, sig, no := g.signature(obj, errorMaker(obj))
	if no != nil {
		return no
	}
	f.Fn = g.schema.AddFn(model.CallFunc{Obj: obj, Sig: sig})
	g.witness(model.Witness{Obj: obj, Sig: obj.Signature()})
	mp.Functions = append(mp.Functions, f)
	return nil
}

func (g *Gate) bindVar(mp *model.Package, obj *types.Var) *refusal {
	t, no := g.classify(obj.Type(), out)
	if no != nil {
		return no
	}
	v := model.Variable{Name: obj.Name(), Type: t, Get: g.schema.AddFn(model.GetVar{Obj: obj, Type: t})}
	if _, no := g.classify(obj.Type(), in); no == nil {
		v.Set = g.schema.AddFn(model.SetVar{Obj: obj, Type: t})
	}
	mp.Variables = append(mp.Variables, v)
	return nil
}

func (g *Gate) bindType(mp *model.Package, obj *types.TypeName) *refusal {
	of := obj.Type()
	if isTypeSet(of) {
		return refuse(model.Generic, "a constraint for type parameters")
	}
	if isGeneric(of) {
		named, ok := of.(*types.Named)
		if !ok {
			return refuse(model.Generic, "a generic alias")
		}
		return g.bindGenericType(mp, named)
	}
	return g.export(mp, obj.Name(), of)
}

// export binds a type under a name; without one under that of the type.
func (g *Gate) export(mp *model.Package, name string, of types.Type) *refusal {
	t, no := g.classify(of, out)
	if no != nil {
		return no
	}
	if t.Class != nil {
		t = t.Class.Type
	}
	if name == "" {
		name = t.Name
	}
	mp.Exports = append(mp.Exports, model.Export{Name: name, Type: t})
	return nil
}

// isGeneric tells a type, or an alias, that lacks its type arguments.
func isGeneric(t types.Type) bool {
	g, ok := t.(interface {
		TypeParams() *types.TypeParamList
		TypeArgs() *types.TypeList
	})
	return ok && g.TypeParams().Len() > g.TypeArgs().Len()
}

// isTypeSet tells an interface that only constrains type parameters.
func isTypeSet(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && !i.IsMethodSet()
}

// errorMaker tells functions whose job is to make an error: they return it instead of throwing it.
func errorMaker(obj *types.Func) bool {
	sig := obj.Type().(*types.Signature)
	if sig.Results().Len() != 1 {
		return false
	}
	if sig.Recv() != nil {
		return sig.Params().Len() == 0 && slices.Contains([]string{"Err", "Unwrap", "Cause"}, obj.Name())
	}
	pkg := obj.Pkg()
	return pkg.Name() == "errors" || pkg.Name() == "xerrors" || pkg.Path() == "fmt" && obj.Name() == "Errorf"
}

// isOwn tells types whose members may name further types: those of bound packages, and hidden ones of packages inside of them.
func (g *Gate) isOwn(t *types.Named) bool {
	if alias := g.schema.Names.Alias(t); alias != nil && g.own[alias.Pkg().Path()] {
		return true
	}
	p := t.Obj().Pkg()
	if p == nil {
		return false
	}
	if g.own[p.Path()] {
		return true
	}
	before, _, internal := strings.Cut(p.Path(), "internal")
	return internal && slices.ContainsFunc(g.ownPrefix, func(own string) bool { return strings.HasPrefix(own+"/", before) })
}
