package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"usegolib.internal/gen/model"
)

var update = flag.Bool("update", false, "rewrite want/ of every test module")

const fixtures = "../../test-modules"

// workspace sees the test modules and the bridge, as a build does.
func workspace(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	abs := func(p string) string {
		a, err := filepath.Abs(p)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	work := "go 1.26\n\nuse (\n\t" + abs(fixtures) + "\n\t" + abs("../bridge") + "\n)\n"
	if err := os.WriteFile(filepath.Join(dir, "go.work"), []byte(work), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOWORK", filepath.Join(dir, "go.work"))
	t.Setenv("GOFLAGS", "")
	return dir
}

func request(t *testing.T, dir string, packages ...string) *model.Request {
	t.Helper()
	gocmd, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	return &model.Request{
		Go: gocmd, Dir: dir, Flags: []string{"-trimpath", "-buildvcs=false"},
		Modules: []model.ModuleRequest{{Path: "usegolib.test/modules", Packages: packages}},
	}
}

// TestGolden prints the schema and the bridge of every test module alone and compares them with its want folder.
func TestGolden(t *testing.T) {
	dir := workspace(t)
	entries, err := os.ReadDir(fixtures)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		sources, _ := filepath.Glob(filepath.Join(fixtures, e.Name(), "*.go"))
		if !e.IsDir() || len(sources) == 0 || e.Name() == "main-package" {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			path := "usegolib.test/modules/" + e.Name()
			req := request(t, dir, path)
			req.Options = options(t, e.Name())
			res, err := generate(req)
			if err != nil {
				t.Fatal(err)
			}
			var schema bytes.Buffer
			if err := json.Indent(&schema, res.Schema, "", " "); err != nil {
				t.Fatal(err)
			}
			compare(t, filepath.Join(fixtures, e.Name(), "want", "schema.json"), schema.String()+"\n")
			compare(t, filepath.Join(fixtures, e.Name(), "want", "bridge.go.txt"), res.Files["bridge.go"])
		})
	}
}

// options are those of options.json beside a test module's sources, which is bound alone.
func options(t *testing.T, name string) (o model.Options) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(fixtures, name, "options.json"))
	if err == nil {
		err = json.Unmarshal(text, &o)
	}
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	o.Only = []string{"usegolib.test/modules/" + name}
	return o
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run `npm run update` and read the diff", err)
	}
	if string(want) != got {
		t.Errorf("%s is not what gen prints now; run `npm run update` and read the diff\n%s", file, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want: " + w[i] + "\ngot:  " + g[i]
		}
	}
	return "one is longer than the other"
}

// TestPrintedBridgeCompiles compiles what is printed: for all test modules at once, and for those whose types must come in
// the order, and with the numbers, that they have alone.
func TestPrintedBridgeCompiles(t *testing.T) {
	t.Run("all", func(t *testing.T) { compiles(t, model.Options{}) })
	for _, name := range []string{"callback-results", "generics", "scoped-options", "textual-types"} {
		t.Run(name, func(t *testing.T) { compiles(t, options(t, name)) })
	}
}

func compiles(t *testing.T, o model.Options) {
	t.Helper()
	dir := workspace(t)
	req := request(t, dir, o.Only...)
	req.Options = o
	res, err := generate(req)
	if err != nil {
		t.Fatal(err)
	}
	main := filepath.Join(dir, "main")
	if err := os.Mkdir(main, 0o755); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"go.mod": "module usegolib.internal/main\n\ngo 1.26\n"}
	for name, text := range res.Files {
		files[name] = text
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(main, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"work", "use", main}, {"vet", "usegolib.internal/main"}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}
