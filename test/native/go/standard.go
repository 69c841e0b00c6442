//go:build full

package main

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"testing/fstest"
)

// readFileFS and statFS have a short way of their own.
type (
	readFileFS struct{ fs.FS }
	statFS     struct{ fs.FS }
)

func (readFileFS) ReadFile(string) ([]byte, error) { return []byte("short"), nil }
func (s statFS) Stat(string) (fs.FileInfo, error)  { return fs.Stat(fstest.MapFS{"short": {}}, "short") }

type (
	plainWriter   struct{ written *[]string }
	flushedWriter struct{ plainWriter }
)

func (plainWriter) Header() http.Header { return http.Header{} }
func (w plainWriter) WriteHeader(int)   { *w.written = append(*w.written, "404") }
func (w plainWriter) Write(p []byte) (int, error) {
	*w.written = append(*w.written, string(p))
	return len(p), nil
}
func (w flushedWriter) Flush() { *w.written = append(*w.written, "flush") }

func init() {
	// Without the methods of MapFS, as the one in JavaScript is.
	files := struct{ fs.FS }{fstest.MapFS{"a.txt": {Data: []byte("hello"), Mode: 0o644}, "b.html": {Data: []byte("<p>"), Mode: 0o644}}}
	get := func(url, part string) any {
		request := httptest.NewRequest("GET", url, nil)
		if part != "" {
			request.Header.Set("Range", part)
		}
		recorder := httptest.NewRecorder()
		http.FileServerFS(files).ServeHTTP(recorder, request)
		return list(recorder.Code, recorder.Body.String(), recorder.Header().Get("Content-Type"))
	}
	groups["made in JavaScript"] = group{
		"a file server":    func() any { return list(get("/a.txt", ""), get("/b.html", ""), get("/c", "")) },
		"a part of a file": func() any { return get("/a.txt", "bytes=1-3") },
		"a short way to read": func() any {
			return list(
				must(fs.ReadFile(files, "a.txt")), must(fs.ReadFile(readFileFS{files}, "a.txt")),
				must(fs.Stat(files, "a.txt")).Name(), must(fs.Stat(statFS{files}, "a.txt")).Name())
		},
		"flushing": func() any {
			var written []string
			plain := plainWriter{&written}
			http.Error(flushedWriter{plain}, "no", 404)
			return list(http.NewResponseController(plain).Flush(), http.NewResponseController(flushedWriter{plain}).Flush(), &written)
		},
	}
}
