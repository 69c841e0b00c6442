package load

import (
	"strings"

	"usegolib.internal/gen/model"
)

// consent fails where C code that was fetched would be compiled without having been allowed. It asks before anything is
// compiled: a package's own flags reach the C compiler.
func consent(req *model.Request, args []string) error {
	if req.Options.AllowCgo {
		return nil
	}
	pkgs, err := list(req, args...)
	if err != nil {
		return err
	}
	var fetched []*Package
	for _, p := range pkgs {
		if hasC(p) && !local(p.Module) {
			fetched = append(fetched, p)
		}
	}
	if len(fetched) == 0 {
		return nil
	}
	return &model.Failure{
		Code:    model.CgoNotAllowed,
		Message: strings.Join(paths(fetched), ", ") + ": C code of a fetched module is compiled only if you allow it",
		Hint:    "It runs with the rights of the process, and Go's checks do not hold for it. --allow-cgo allows it, as does \"allowCgo\": true under \"usegolib\" in package.json.",
	}
}

// withC are the packages of modules that have C code, fetched or local.
func withC(pkgs []*Package) []string {
	var found []*Package
	for _, p := range pkgs {
		if hasC(p) {
			found = append(found, p)
		}
	}
	return paths(found)
}

// hasC tells whether cgo, or SWIG before it, compiles C of the package. The standard library's, and the bridge's, is trusted
// as they are.
func hasC(p *Package) bool {
	return len(p.CgoFiles)+len(p.SwigFiles)+len(p.SwigCXXFiles) > 0 && !p.Standard && p.Module != nil && !ours(p.Module.Path)
}

func paths(pkgs []*Package) []string {
	all := make([]string, 0, len(pkgs))
	for _, p := range pkgs {
		all = append(all, p.ImportPath)
	}
	return all
}
