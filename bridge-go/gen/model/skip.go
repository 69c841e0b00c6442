package model

// Reason is the stable code of a skip; its twin is SKIP_REASONS in manifests/schema.ts.
type Reason string

// Why a symbol or package is not bound.
const (
	Any             Reason = "any"
	Function        Reason = "function"
	Context         Reason = "context"
	Generic         Reason = "generic"
	Channel         Reason = "channel"
	Iterator        Reason = "iterator"
	UnboundType     Reason = "unbound-type"
	UnexportedType  Reason = "unexported-type"
	UnsafePointer   Reason = "unsafe-pointer"
	CgoType         Reason = "cgo-type"
	PointerType     Reason = "pointer"
	RecursiveType   Reason = "recursive-type"
	MapKey          Reason = "map-key"
	MainPackage     Reason = "main-package"
	InternalPackage Reason = "internal-package"
	HelperPackage   Reason = "helper-package"
	PackageError    Reason = "package-error"
	NotSelected     Reason = "not-selected"
)

// Skip is a symbol, method or field that is not bound.
type Skip struct {
	Symbol string
	Reason Reason
	Detail string
	Pos    string
	Go     string
}
