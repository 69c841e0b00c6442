package docs

import (
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
)

// index is what one package says of its declarations: `Name`, `Type.Method`, `Type.Field`.
type index struct {
	raw    map[string]string
	parser comment.Parser
}

// read parses the files of a package. One that cannot be read or parsed has no documentation: the build says what is wrong.
func read(files []string) *index {
	x := &index{raw: map[string]string{}}
	x.parser.LookupSym = func(recv, name string) bool {
		if recv != "" {
			name = recv + "." + name
		}
		_, known := x.raw[name]
		return known
	}
	fset := token.NewFileSet()
	for _, name := range files {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			continue
		}
		if text := f.Doc.Text(); len(text) > len(x.raw[""]) {
			x.raw[""] = text
		}
		for _, d := range f.Decls {
			x.declaration(d)
		}
	}
	return x
}

func (x *index) declaration(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			name = receiver(d.Recv) + "." + name
		}
		x.raw[name] = d.Doc.Text()
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				x.raw[s.Name.Name] = first(s.Doc, alone(d), s.Comment)
				x.members(s.Name.Name, s.Type)
			case *ast.ValueSpec:
				for _, n := range s.Names {
					x.raw[n.Name] = first(s.Doc, alone(d), s.Comment)
				}
			}
		}
	}
}

// alone is the comment of a declaration that declares one thing; of a group it is about none of them.
func alone(d *ast.GenDecl) *ast.CommentGroup {
	if len(d.Specs) == 1 {
		return d.Doc
	}
	return nil
}

func (x *index) members(owner string, t ast.Expr) {
	var list *ast.FieldList
	switch t := t.(type) {
	case *ast.StructType:
		list = t.Fields
	case *ast.InterfaceType:
		list = t.Methods
	default:
		return
	}
	for _, f := range list.List {
		for _, n := range f.Names {
			x.raw[owner+"."+n.Name] = first(f.Doc, f.Comment)
		}
	}
}

func first(groups ...*ast.CommentGroup) string {
	for _, g := range groups {
		if text := g.Text(); text != "" {
			return text
		}
	}
	return ""
}

// receiver is the name of the type a method is declared on.
func receiver(list *ast.FieldList) string {
	t := list.List[0].Type
	for {
		switch e := t.(type) {
		case *ast.StarExpr:
			t = e.X
		case *ast.ParenExpr:
			t = e.X
		case *ast.IndexExpr:
			t = e.X
		case *ast.IndexListExpr:
			t = e.X
		case *ast.Ident:
			return e.Name
		default:
			return ""
		}
	}
}
