package model

import "strings"

// Reason is the stable code of a skip; its twin is SKIP_REASONS in manifests/schema.ts.
type Reason string

// Why a symbol or package is not bound.
const (
	FunctionType    Reason = "function"
	Context         Reason = "context"
	Generic         Reason = "generic"
	Channel         Reason = "channel"
	Iterator        Reason = "iterator"
	UnboundType     Reason = "unbound-type"
	UnexportedType  Reason = "unexported-type"
	UnsafePointer   Reason = "unsafe-pointer"
	CgoType         Reason = "cgo-type"
	PointerType     Reason = "pointer"
	RecursiveType   Reason = "recursive-type"
	MapKey          Reason = "map-key"
	MainPackage     Reason = "main-package"
	InternalPackage Reason = "internal-package"
	HelperPackage   Reason = "helper-package"
	PackageError    Reason = "package-error"
	NotSelected     Reason = "not-selected"
)

// Skip is a symbol, method or field that is not bound.
type Skip struct {
	// On is the type whose member it is, empty for a symbol of the package.
	On     string
	Name   string
	Reason Reason
	Detail string
	Pos    string
	Go     string
}

// skipped are the skips that share a reason and belong to the same types.
type skipped struct {
	reason  Reason
	detail  string
	on      []string
	members []Skip
}

// share groups skips: a method that is promoted to ten types is one member of one group.
func share(all []Skip) []*skipped {
	owners := map[Skip][]string{}
	var members []Skip
	for _, s := range all {
		on := s.On
		s.On = ""
		if owners[s] == nil {
			members = append(members, s)
		}
		owners[s] = append(owners[s], on)
	}
	groups := map[[3]string]*skipped{}
	var order []*skipped
	for _, s := range members {
		k := [3]string{string(s.Reason), s.Detail, strings.Join(owners[s], "\n")}
		if groups[k] == nil {
			groups[k] = &skipped{reason: s.Reason, detail: s.Detail, on: owners[s]}
			order = append(order, groups[k])
		}
		groups[k].members = append(groups[k].members, s)
	}
	return order
}

func (w *jsonWriter) skip(s *skipped) {
	w.object(func() {
		w.str("reason", string(s.reason))
		w.str("detail", s.detail)
		if s.on[0] != "" {
			w.key("on")
			list(w, s.on, w.quote)
		}
		w.key("members")
		list(w, s.members, func(m Skip) {
			w.object(func() {
				w.str("name", m.Name)
				w.str("pos", m.Pos)
				w.str("go", m.Go)
			})
		})
	})
}
