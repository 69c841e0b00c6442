package model

// Request is what the builder writes to gen's standard input.
type Request struct {
	// Go is the go command of the toolchain gen was compiled with.
	Go string `json:"go"`
	// Dir is where the go command runs: a module or workspace that can see every module of Modules.
	Dir string `json:"dir"`
	// Flags are those of the build that follows, so that nothing is compiled twice.
	Flags   []string        `json:"flags"`
	Modules []ModuleRequest `json:"modules"`
	Options Options         `json:"options"`
}

// ModuleRequest asks for one module.
type ModuleRequest struct {
	Path string `json:"path"`
	// Version is empty for a local module, "std" for the standard library.
	Version string `json:"version"`
	// Packages are the import paths the specs name; they are bound whatever they are called.
	Packages []string `json:"packages"`
}

// Options are the build options that change what is bound or how it is printed.
type Options struct {
	// All binds every package of a large module.
	All bool `json:"all"`
	// Only keeps the packages that match one of these patterns (path.Match on the import path, or a prefix ending in /...).
	Only []string `json:"only"`
	// With adds packages of any module in the build.
	With []string `json:"with"`
	// Instances are type arguments by the generic function or type that gets them: "example.org/p.Sum": ["int32"].
	Instances map[string][]string `json:"instances"`
	// Duration is "ns" when durations travel as nanoseconds.
	Duration string `json:"duration"`
	// Int64 says "number" where int64, uint64 and uintptr are numbers, UTF8 "replace" where invalid text is replaced instead of
	// refused: by import path, path.Symbol or path.Type.Member; "*" is all else.
	Int64 map[string]string `json:"int64"`
	UTF8  map[string]string `json:"utf8"`
	// Text are the types (path.Type) that are strings.
	Text []string `json:"text"`
	// AllowCgo compiles the C code of modules that were fetched.
	AllowCgo bool `json:"allowCgo"`
}

// Response is what gen writes to standard output.
type Response struct {
	Schema     RawJSON           `json:"schema"`
	SchemaHash string            `json:"schemaHash"`
	Files      map[string]string `json:"files"`
	Skips      []PackageSkip     `json:"skips"`
	// LeftOut counts the instances for primitive values that the budget had no room for.
	LeftOut int      `json:"leftOut"`
	Inputs  []Input  `json:"inputs"`
	Modules []Module `json:"modules"`
	// Cgo are the packages of modules that have C code.
	Cgo []string `json:"cgo"`
	// Docs are the texts of GoDoc, as Markdown: import path → symbol → text. They stay out of the schema.
	Docs map[string]map[string]string `json:"docs"`
}

// PackageSkip is a package that was left out.
type PackageSkip struct {
	Package string `json:"package"`
	Reason  Reason `json:"reason"`
	Detail  string `json:"detail"`
}

// Input is a package read from a local directory, with every file that decides its build.
type Input struct {
	Dir   string   `json:"dir"`
	Files []string `json:"files"`
}

// Module is one that ended up in the library.
type Module struct {
	Path    string `json:"path"`
	Version string `json:"version"`
	Sum     string `json:"sum,omitempty"`
	// Replace is the module in its place, "path version".
	Replace string `json:"replace,omitempty"`
	// Dir is where it is read, if that is a folder of the user's own.
	Dir string `json:"dir,omitempty"`
}

// RawJSON is JSON text that is written as it is.
type RawJSON []byte

// MarshalJSON gives the text itself.
func (r RawJSON) MarshalJSON() ([]byte, error) { return r, nil }

// Failure is an error with what the user needs to mend it; gen prints it on standard error.
type Failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Command string `json:"command,omitempty"`
	Output  string `json:"output,omitempty"`
	Hint    string `json:"hint,omitempty"`
}

func (f *Failure) Error() string { return f.Message }

// The codes of a Failure.
const (
	PackageNotFound = "PACKAGE_NOT_FOUND"
	NotALibrary     = "NOT_A_LIBRARY"
	GoFailed        = "GO_FAILED"
	NothingToBind   = "NOTHING_TO_BIND"
	BadRequest      = "BAD_REQUEST"
	CgoNotAllowed   = "CGO_NOT_ALLOWED"
	InvalidOption   = "INVALID_OPTION"
)
