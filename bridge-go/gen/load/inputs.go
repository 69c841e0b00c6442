package load

import (
	"slices"
	"strings"

	"usegolib.internal/gen/model"
)

// bridgeModule is ours: the fingerprint covers it by other means.
const bridgeModule = "usegolib.internal/"

// inputs are the packages that are read from local directories: of the main module, of a workspace, or through a replace.
func inputs(pkgs []*Package) []model.Input {
	var ins []model.Input
	for _, p := range pkgs {
		if p.Standard || p.Module == nil || strings.HasPrefix(p.Module.Path, bridgeModule) || !local(p.Module) {
			continue
		}
		files := slices.Concat(p.GoFiles, p.CgoFiles, p.CFiles, p.CXXFiles, p.HFiles, p.SFiles, p.SysoFiles, p.EmbedFiles)
		ins = append(ins, model.Input{Dir: p.Dir, Files: files})
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
		if m == nil || strings.HasPrefix(m.Path, bridgeModule) {
			continue
		}
		out := model.Module{Path: m.Path, Version: m.Version, Sum: m.Sum}
		if m.Replace != nil {
			out.Replace, out.Sum = strings.TrimSpace(m.Replace.Path+" "+m.Replace.Version), m.Replace.Sum
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
