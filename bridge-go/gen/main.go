// Gen describes the exported API of Go modules and prints the bridge to them. The request comes on standard input, the
// response goes to standard output; it runs the go command and reads, it writes no file.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"

	"usegolib.internal/gen/docs"
	"usegolib.internal/gen/gate"
	"usegolib.internal/gen/load"
	"usegolib.internal/gen/model"
	"usegolib.internal/gen/print"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		var f *model.Failure
		if !errors.As(err, &f) {
			f = &model.Failure{Code: model.GoFailed, Message: err.Error()}
		}
		json.NewEncoder(os.Stderr).Encode(f)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	var req model.Request
	d := json.NewDecoder(in)
	d.DisallowUnknownFields()
	if err := d.Decode(&req); err != nil {
		return &model.Failure{Code: model.BadRequest, Message: "the request is not what gen reads: " + err.Error()}
	}
	res, err := generate(&req)
	if err != nil {
		return err
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	return e.Encode(res)
}

// generate is the recipe: load, decide, print; and what Go's authors say of it.
func generate(req *model.Request) (*model.Response, error) {
	prog, err := load.Load(req)
	if err != nil {
		return nil, err
	}
	schema, err := gate.Run(prog.Fset, prog.Bound, prog.Others, prog.Find, req.Options)
	if err != nil {
		return nil, err
	}
	text := schema.JSON()
	hash := model.Hash(text)
	files, err := print.Files(schema, hash, req.Options)
	if err != nil {
		return nil, err
	}
	return &model.Response{
		Schema: text, SchemaHash: hash, Files: files, LeftOut: schema.Exact.Left,
		Skips: list(prog.Skips), Inputs: list(prog.Inputs), Modules: list(prog.Modules), Cgo: list(prog.Cgo),
		Docs: docs.Of(schema, prog.Files),
	}, nil
}

// list is never null in JSON.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
