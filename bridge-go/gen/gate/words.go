package gate

import (
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// words are what two build options say of the declaration that is being classified: its int64 are numbers, its strings are
// mended.
type words struct{ number, replace bool }

// of finds the words of a declaration.
func of(o *model.Options, names []string) words {
	number, _ := word(o.Int64, names)
	replace, _ := word(o.UTF8, names)
	return words{number: number == "number", replace: replace == "replace"}
}

// word is what an option says for the first of the names that it has a word for, else for the build. Names go from a symbol
// to its package; by is the name that decided.
func word(option map[string]string, names []string) (word, by string) {
	for _, name := range names {
		if w, ok := option[name]; ok {
			return w, name
		}
	}
	return option["*"], "*"
}

// namesOf are the names that an option may have a word for a symbol under: its own, its type's, its package's.
func namesOf(path string, symbol ...string) []string {
	names := []string{path}
	for _, part := range symbol {
		names = append(names, names[len(names)-1]+"."+part)
	}
	slices.Reverse(names)
	return names
}

// declare makes what is classified from now on follow a symbol of a package, or the member of a type in it.
func (g *Gate) declare(path string, symbol ...string) {
	g.words = of(g.options, namesOf(path, symbol...))
}

// declareMember does so for members of a class. A type literal has no name: what it writes follows the declaration around,
// unless it had to agree with another type.
func (g *Gate) declareMember(c *model.Class, member ...string) {
	symbol := append([]string{c.Name}, member...)
	if c.Pkg.Path != "" {
		g.declare(c.Pkg.Path, symbol...)
		return
	}
	g.words = g.literals[c]
	if w, ok := g.options.Int64[namesOf("", symbol...)[0]]; ok {
		g.words.number = w == "number"
	}
}

// restore ends what declare began inside of another declaration.
func (g *Gate) restore(before words) { g.words = before }

// keyHere is the key of a type as the declaration at hand writes it: with words of its own it is a type of its own.
func (g *Gate) keyHere(t types.Type) string {
	k := key(t)
	if g.words.number && writes(t, isWide) {
		k += " as number"
	}
	if g.words.replace && writes(t, isString) {
		k += " mended"
	}
	return k
}

// writes tells whether a type is written with a wanted one: what named types are made of, their declarations write, and
// slices of fixed-size numbers are memory.
func writes(t types.Type, wanted func(*types.Basic) bool) (found bool) {
	model.Walk(t, func(part types.Type) bool {
		switch part := part.(type) {
		case *types.Named:
			return false
		case *types.Slice:
			return !isNumber(part.Elem())
		case *types.Array:
			return !isNumber(part.Elem())
		case *types.Basic:
			found = found || wanted(part)
		}
		return true
	})
	return found
}

// isWide tells integers of which a JavaScript number holds only some exactly.
func isWide(t *types.Basic) bool {
	return t.Kind() == types.Int64 || t.Kind() == types.Uint64 || t.Kind() == types.Uintptr
}

func isString(t *types.Basic) bool { return t.Info()&types.IsString != 0 }
