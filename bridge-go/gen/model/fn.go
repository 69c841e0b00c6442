package model

import "go/types"

// Fn is a wrapper to print: a closed set, switched on by print.
type Fn interface{ fn() }

type (
	// CallFunc calls a package function.
	CallFunc struct {
		Obj *types.Func
		Sig *Signature
		// Args are the type arguments of a generic function's instance.
		Args []types.Type
	}
	// CallMethod calls a method by name through an interface assertion: one for all types that have it.
	CallMethod struct {
		Name string
		Sig  *Signature
	}
	// CallMethodExpr calls a method of a type that can be written down, whose signature cannot.
	CallMethodExpr struct {
		Class *Class
		Name  string
		Sig   *Signature
	}
	// CallHiddenMethod calls a method that mentions types without a name, on a receiver that has none either: Go infers
	// them from Witness, which is not called.
	CallHiddenMethod struct {
		Class   *Class
		Name    string
		Sig     *Signature
		Witness Witness
	}
	// GetVar and SetVar are the accessors of a package variable; GetVar also of a constant.
	GetVar struct {
		Obj  types.Object
		Type *Type
	}
	SetVar struct {
		Obj  *types.Var
		Type *Type
	}
	// GetField and SetField are the accessors of a field of an object.
	GetField struct {
		Class *Class
		Name  string
		Type  *Type
	}
	SetField struct {
		Class *Class
		Name  string
		Type  *Type
	}
	// GetVariable and SetVariable read and assign what a pointer to an interface points to.
	GetVariable struct {
		Class *Class
		Type  *Type
	}
	SetVariable struct {
		Class *Class
		Type  *Type
	}
	// Make makes an object from a literal; Snapshot copies its fields; FromText makes it from text.
	Make     struct{ Class *Class }
	Snapshot struct{ Class *Class }
	FromText struct{ Class *Class }
	// ZeroText gives the text of a zero value.
	ZeroText struct{ Type *Type }
	// LiveOp is an operation of a named slice or map: size, get, set, delete, all.
	LiveOp struct {
		Class *Class
		Op    string
	}
	// Invoke calls a function value.
	Invoke struct {
		Class *Class
		Sig   *Signature
	}
	// RefOp is an operation of ref(m.T): make, get, set.
	RefOp struct {
		Record *Type
		Op     string
	}
)

func (CallFunc) fn()         {}
func (CallMethod) fn()       {}
func (CallMethodExpr) fn()   {}
func (CallHiddenMethod) fn() {}
func (GetVar) fn()           {}
func (SetVar) fn()           {}
func (GetField) fn()         {}
func (SetField) fn()         {}
func (GetVariable) fn()      {}
func (SetVariable) fn()      {}
func (Make) fn()             {}
func (Snapshot) fn()         {}
func (FromText) fn()         {}
func (ZeroText) fn()         {}
func (LiveOp) fn()           {}
func (Invoke) fn()           {}
func (RefOp) fn()            {}

// Witness is a function with a type that has no name among its results: a package's, an instance of a generic one with
// Args, or the expression of a method of On, which Sig has as its first parameter.
type Witness struct {
	Obj  *types.Func
	Args []types.Type
	On   types.Type
	Sig  *types.Signature
}

// Signature is a bound signature: its types, and how its error is treated.
type Signature struct {
	Go       *types.Signature
	Params   []*Type
	Results  []*Type // without the thrown error
	Variadic bool
	Throws   bool
}
