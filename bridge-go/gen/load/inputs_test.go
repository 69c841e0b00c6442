package load

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"usegolib.internal/gen/model"
)

// TestEveryFileThatGoCompilesIsAnInput has a file of each kind that the go command knows.
func TestEveryFileThatGoCompilesIsAnInput(t *testing.T) {
	gocmd, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	texts := map[string]string{
		"go.mod": "module example.org/all\n\ngo 1.24\n",
		"all.go": "package all\n\nimport _ \"embed\"\n\n//go:embed all.txt\nvar Text string\n",
		"cgo.go": "package all\n\nimport \"C\"\n",
	}
	want := []string{"all.go", "cgo.go", "all.txt"}
	for _, kind := range []string{"c", "cc", "cpp", "cxx", "m", "f", "F", "for", "f90", "h", "hh", "hpp", "hxx", "s", "S", "sx", "swig", "swigcxx", "syso"} {
		want = append(want, "a_"+kind+"."+kind)
	}
	for _, name := range want {
		if texts[name] == "" {
			texts[name] = "\n"
		}
	}
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GOWORK", "off")
	t.Setenv("GOFLAGS", "")
	t.Setenv("CGO_ENABLED", "1")
	pkgs, err := list(&model.Request{Go: gocmd, Dir: dir}, ".")
	if err != nil {
		t.Fatal(err)
	}
	ins := inputs(pkgs)
	if len(ins) != 1 {
		t.Fatalf("%d packages", len(ins))
	}
	slices.Sort(ins[0].Files)
	slices.Sort(want)
	if !slices.Equal(ins[0].Files, want) {
		t.Errorf("got  %v\nwant %v", ins[0].Files, want)
	}
}
