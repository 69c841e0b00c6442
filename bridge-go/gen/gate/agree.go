package gate

import (
	"fmt"
	"go/types"
	"slices"

	"usegolib.internal/gen/model"
)

// member is a method of a class whose signature writes an int64, and what the option says of it.
type member struct {
	names    []string
	word, by string
	// close says for how small a part of the build the word is: 0 is all of it.
	close int
	// like is another member that has to agree; nil for one that stands for the others.
	like *member
}

func (m *member) first() *member {
	for m.like != nil {
		m = m.like
	}
	return m
}

// agree gives words for methods that the option says different things of, though they must be the same: an object that comes
// as an interface value has the class of its dynamic type, and what the interface declares of its methods must be true. The
// word for the smallest part of the build wins; two such words are a failure.
func (g *Gate) agree() (map[string]string, error) {
	if len(g.options.Int64) < 2 {
		return nil, nil // one word for all
	}
	members := g.wideMethods()
	best := map[*member]*member{}
	for _, m := range members {
		if known := best[m.first()]; known == nil || m.close > known.close {
			best[m.first()] = m
		}
	}
	more := map[string]string{}
	for _, m := range members {
		switch b := best[m.first()]; {
		case m.word == b.word:
		case m.close == b.close:
			return nil, &model.Failure{
				Code:    model.InvalidOption,
				Message: fmt.Sprintf("int64: %s says %s and %s says %s, but %s and %s are one method where an interface value holds the other type", b.by, b.word, m.by, m.word, b.names[0], m.names[0]),
				Hint:    "Say the same of both, or name one of the two methods.",
			}
		default:
			more[m.names[0]] = b.word
		}
	}
	return more, nil
}

// wideMethods are the methods that write an int64, of interfaces and of all types that implement one of these.
func (g *Gate) wideMethods() (all []*member) {
	known := map[string]*member{}
	of := func(c *model.Class, method string) *member {
		names := namesOf(c.Pkg.Path, c.Name, method)
		m := known[names[0]]
		if m == nil {
			m = &member{names: names}
			if m.word, m.by = word(g.options.Int64, names); m.by != "*" {
				m.close = len(names) - slices.Index(names, m.by)
			}
			known[names[0]] = m
			all = append(all, m)
		}
		return m
	}
	for _, i := range g.interfaces {
		wanted := i.Go.Underlying().(*types.Interface)
		for m := range wanted.Methods() {
			if !m.Exported() || !writes(m.Signature(), isWide) {
				continue
			}
			for _, t := range g.schema.Types {
				if t.Kind != model.ClassKind || t.Class == i || !implements(t.Class.Go, wanted) {
					continue
				}
				if a, b := of(i, m.Name()).first(), of(t.Class, m.Name()).first(); a != b {
					b.like = a
				}
			}
		}
	}
	return all
}

func implements(t types.Type, i *types.Interface) bool {
	if !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	return types.Implements(t, i)
}
