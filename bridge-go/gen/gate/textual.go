package gate

import (
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// binaryIsText are types of the standard library that have no text marshalers, but whose binary form is their text.
var binaryIsText = []string{"net/url.URL"}

// isTextual tells types that the build asked to be strings: their methods stay in Go.
func (g *Gate) isTextual(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && len(g.options.Text) > 0 && slices.Contains(g.options.Text, g.fullName(named))
}

// fullName is what options call a type: `path.T`.
func (g *Gate) fullName(t *types.Named) string {
	name := g.symbolOf(t)
	if name.Pkg() == nil {
		return name.Name()
	}
	return name.Pkg().Path() + "." + g.nameOf(t, name)
}

// textual classifies such a type.
func (g *Gate) textual(t *types.Named) *model.Type {
	name, full := g.symbolOf(t), g.fullName(t)
	if !g.schema.Names.Writable(t) || types.IsInterface(t) || !marshals(t) || !unmarshals(t) && !slices.Contains(binaryIsText, full) {
		g.failure = &model.Failure{
			Code:    model.InvalidOption,
			Message: "text: " + full + " is not a type that text makes: it needs MarshalText or String, and UnmarshalText",
		}
	}
	text := g.schema.AddType(&model.Type{Kind: model.Text, Go: t})
	text.Zero = g.schema.AddFn(model.ZeroText{Type: text})
	return &model.Type{Kind: model.Named, Pkg: g.pkg(name.Pkg()), Name: g.nameOf(t, name), Elem: text}
}

func marshals(t types.Type) bool {
	ptr := types.NewPointer(t)
	return hasSignature(ptr, "MarshalText", "func() ([]byte, error)") || hasSignature(ptr, "String", "func() string")
}

func unmarshals(t types.Type) bool {
	return hasSignature(types.NewPointer(t), "UnmarshalText", "func([]byte) error")
}
