package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"usegolib.internal/gen/model"
)

// TestEveryReasonHasAFixture fails when a reason that manifests/schema.ts declares is not the reason of any skip below
// test-modules, or when a skip has another one.
func TestEveryReasonHasAFixture(t *testing.T) {
	dir := workspace(t)
	given := map[string]string{}
	note := func(res *model.Response) {
		for _, s := range res.Skips {
			given[string(s.Reason)] = s.Package
		}
		for reason, symbol := range symbolSkips(t, res) {
			given[reason] = symbol
		}
	}
	scan := func(change func(*model.Request)) {
		req := request(t, dir)
		change(req)
		res, err := generate(req)
		if err != nil {
			t.Fatal(err)
		}
		note(res)
	}
	scan(func(*model.Request) {})
	scan(func(req *model.Request) { req.Options.Only = []string{"usegolib.test/modules/values"} })
	broken(t, dir)
	scan(func(req *model.Request) { req.Modules = []model.ModuleRequest{{Path: "usegolib.test/broken"}} })

	declared := declaredReasons(t)
	for _, reason := range declared {
		if given[reason] == "" {
			t.Errorf("nothing below test-modules is skipped for %q", reason)
		}
		delete(given, reason)
	}
	for reason, symbol := range given {
		t.Errorf("%s is skipped for %q, which manifests/schema.ts does not declare", symbol, reason)
	}
}

// broken adds a module with a package that does not compile to the workspace. It is none of test-modules, because the go
// command would complain of it wherever it looks at all of them.
func broken(t *testing.T, dir string) {
	t.Helper()
	for name, text := range map[string]string{
		"broken/go.mod":        "module usegolib.test/broken\n\ngo 1.26\n",
		"broken/fine.go":       "package broken\n\nfunc Fine() {}\n",
		"broken/part/wrong.go": "package part\n\nfunc Wrong() int { return \"no int\" }\n",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	work, err := os.ReadFile(filepath.Join(dir, "go.work"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "go.work"), append(work, "use ./broken\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
}

// declaredReasons reads the twin.
func declaredReasons(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../manifests/schema.ts")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(text), "SKIP_REASONS = [")
	list, _, ok := strings.Cut(list, "]")
	if !ok {
		t.Fatal("manifests/schema.ts has no SKIP_REASONS")
	}
	var reasons []string
	for _, m := range regexp.MustCompile(`(?m)^ +'([a-z-]+)'`).FindAllStringSubmatch(list, -1) {
		reasons = append(reasons, m[1])
	}
	return reasons
}

// symbolSkips gives one symbol for every reason.
func symbolSkips(t *testing.T, res *model.Response) map[string]string {
	t.Helper()
	var schema struct {
		Packages []struct {
			Skips []struct {
				Reason  string
				Members []struct{ Name string }
			}
		}
	}
	if err := json.Unmarshal(res.Schema, &schema); err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, p := range schema.Packages {
		for _, s := range p.Skips {
			found[s.Reason] = s.Members[0].Name
		}
	}
	return found
}
