// Command child answers the same calls over its standard input and output: one JSON document per call, one per result.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"

	"usegolib.internal/bench"
)

type request struct {
	Fn   string          `json:"fn"`
	Args json.RawMessage `json:"args"`
}

func main() {
	in := json.NewDecoder(bufio.NewReaderSize(os.Stdin, 1<<20))
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	counter := bench.NewCounter()
	for {
		var req request
		if err := in.Decode(&req); err == io.EOF {
			return
		} else if err != nil {
			panic(err)
		}
		reply, err := json.Marshal(answer(req, counter))
		if err != nil {
			panic(err)
		}
		out.Write(append(reply, '\n'))
		out.Flush()
	}
}

func answer(req request, counter *bench.Counter) any {
	switch req.Fn {
	case "noop":
		bench.Noop()
		return nil
	case "add":
		var args [2]int
		read(req, &args)
		return bench.Add(args[0], args[1])
	case "greet":
		var name string
		read(req, &name)
		return bench.Greet(name)
	case "mirror":
		var point bench.Point
		read(req, &point)
		return bench.Mirror(point)
	case "raise":
		var row bench.Row
		read(req, &row)
		return bench.Raise(row)
	case "raiseAll":
		var rows []bench.Row
		read(req, &rows)
		return bench.RaiseAll(rows)
	case "increase":
		var counts map[string]int
		read(req, &counts)
		return bench.Increase(counts)
	case "echo":
		var v any
		read(req, &v)
		return bench.Echo(v)
	case "counterAdd":
		var n int
		read(req, &n)
		return counter.Add(n)
	}
	panic("no such call: " + req.Fn)
}

func read(req request, into any) {
	if err := json.Unmarshal(req.Args, into); err != nil {
		panic(err)
	}
}
