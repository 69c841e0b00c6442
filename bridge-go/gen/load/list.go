// Package load asks the go command for packages and reads their export data.
package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"

	"usegolib.internal/gen/model"
)

// Package is what `go list -json` says of one package, as far as gen needs it.
type Package struct {
	Dir        string
	ImportPath string
	Name       string
	Standard   bool
	Export     string
	Imports    []string
	Module     *Module
	Error      *struct{ Err string }
	DepsErrors []*struct{ Err string }

	GoFiles, CgoFiles, CFiles, CXXFiles, MFiles, FFiles, HFiles, SFiles, SwigFiles, SwigCXXFiles, SysoFiles, EmbedFiles []string
}

// Module is the module of a package.
type Module struct {
	Path    string
	Version string
	Dir     string
	Sum     string
	Main    bool
	Replace *Module
}

// errText gives what is wrong with the package, line by line as Go says it, or "".
func (p *Package) errText() string {
	if p.Error != nil {
		return strings.TrimSpace(p.Error.Err)
	}
	if len(p.DepsErrors) > 0 {
		return strings.TrimSpace(p.DepsErrors[0].Err)
	}
	return ""
}

// firstLines makes one line of an error, for the detail of a skip.
func firstLines(s string) string {
	lines := strings.SplitN(s, "\n", 4)
	return strings.Join(lines[:min(len(lines), 3)], " ")
}

// listFields keeps `go list` from printing (and computing) what nobody reads.
const listFields = "Dir,ImportPath,Name,Standard,Export,Imports,Module,Error,DepsErrors," +
	"GoFiles,CgoFiles,CFiles,CXXFiles,MFiles,FFiles,HFiles,SFiles,SwigFiles,SwigCXXFiles,SysoFiles,EmbedFiles"

// list runs `go list -e -json` with the request's flags and these arguments.
func list(req *model.Request, args ...string) ([]*Package, error) {
	argv := append([]string{"list", "-e", "-json=" + listFields}, req.Flags...)
	argv = append(argv, args...)
	cmd := exec.Command(req.Go, argv...)
	cmd.Dir = req.Dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, &model.Failure{
			Code:    model.GoFailed,
			Message: "go list failed: " + err.Error(),
			Command: strings.Join(cmd.Args, " "),
			Output:  stderr.String(),
		}
	}
	return decode(out)
}

func decode(out []byte) ([]*Package, error) {
	var pkgs []*Package
	d := json.NewDecoder(bytes.NewReader(out))
	for {
		p := new(Package)
		switch err := d.Decode(p); {
		case errors.Is(err, io.EOF):
			return pkgs, nil
		case err != nil:
			return nil, err
		}
		pkgs = append(pkgs, p)
	}
}
