package load

import (
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// ours are the modules of the build that are ours: the fingerprint covers them by other means.
func ours(path string) bool {
	for _, m := range []string{"usegolib.internal/bridge", "usegolib.internal/library"} {
		if path == m || strings.HasPrefix(path, m+"/") {
			return true
		}
	}
	return false
}

// inputs are the packages that are read from local directories: of the main module, of a workspace, or through a replace.
func inputs(pkgs []*Package) []model.Input {
	var ins []model.Input
	for _, p := range pkgs {
		if p.Standard || p.Module == nil || ours(p.Module.Path) || !local(p.Module) {
			continue
		}
		ins = append(ins, model.Input{Dir: p.Dir, Files: slices.Concat(
			p.GoFiles, p.CgoFiles, p.CFiles, p.CXXFiles, p.MFiles, p.FFiles, p.HFiles, p.SFiles, p.SwigFiles, p.SwigCXXFiles, p.SysoFiles, p.EmbedFiles,
		)})
	}
	return ins
}

func local(m *Module) bool {
	if m.Replace != nil {
		return m.Replace.Version == ""
	}
	return m.Main || m.Version == ""
}

// modules are the modules that any package of the build comes from.
func modules(pkgs []*Package) []model.Module {
	byPath := map[string]model.Module{}
	for _, p := range pkgs {
		m := p.Module
		if m == nil || ours(m.Path) {
			continue
		}
		out := model.Module{Path: m.Path, Version: m.Version, Sum: m.Sum}
		switch {
		case local(m):
			out.Dir = m.Dir
		case m.Replace != nil:
			out.Replace, out.Sum = m.Replace.Path+" "+m.Replace.Version, m.Replace.Sum
		}
		byPath[m.Path] = out
	}
	ms := make([]model.Module, 0, len(byPath))
	for _, m := range byPath {
		ms = append(ms, m)
	}
	slices.SortFunc(ms, func(a, b model.Module) int { return strings.Compare(a.Path, b.Path) })
	return ms
}
