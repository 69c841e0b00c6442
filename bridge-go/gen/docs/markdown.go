package docs

import (
	"go/doc/comment"
	"strings"
)

// Marks around the Go name of a link, `Version.Major`: what it becomes depends on what the declaration file has.
const (
	linkStart = "\uE000"
	linkEnd   = "\uE001"
)

// text is the documentation of a symbol as Markdown: paragraphs, lists and fenced code.
func (x *index) text(name string) string {
	raw := x.raw[name]
	if raw == "" {
		return ""
	}
	blocks := x.parser.Parse(raw).Content
	texts := make([]string, 0, len(blocks))
	for _, b := range blocks {
		texts = append(texts, block(b))
	}
	return strings.Join(texts, "\n\n")
}

func block(b comment.Block) string {
	switch b := b.(type) {
	case *comment.Heading:
		return "**" + inline(b.Text) + "**"
	case *comment.Code:
		return "```go\n" + strings.TrimRight(strings.ReplaceAll(b.Text, "```", "` ` `"), "\n") + "\n```"
	case *comment.List:
		items := make([]string, 0, len(b.Items))
		for _, item := range b.Items {
			items = append(items, listItem(item))
		}
		return strings.Join(items, "\n")
	case *comment.Paragraph:
		return inline(b.Text)
	}
	return ""
}

func listItem(item *comment.ListItem) string {
	mark := "- "
	if item.Number != "" {
		mark = item.Number + ". "
	}
	texts := make([]string, 0, len(item.Content))
	for _, b := range item.Content {
		texts = append(texts, block(b))
	}
	indent := strings.Repeat(" ", len(mark))
	return mark + strings.ReplaceAll(strings.Join(texts, "\n\n"), "\n", "\n"+indent)
}

func inline(texts []comment.Text) string {
	var b strings.Builder
	for _, t := range texts {
		switch t := t.(type) {
		case comment.Plain:
			b.WriteString(string(t))
		case comment.Italic:
			b.WriteString("*" + string(t) + "*")
		case *comment.Link:
			if t.Auto {
				b.WriteString(t.URL)
			} else {
				b.WriteString("[" + inline(t.Text) + "](" + t.URL + ")")
			}
		case *comment.DocLink:
			b.WriteString(docLink(t))
		}
	}
	return b.String()
}

func docLink(l *comment.DocLink) string {
	if l.ImportPath != "" || l.Name == "" {
		return "`" + inline(l.Text) + "`"
	}
	if l.Recv != "" {
		return linkStart + l.Recv + "." + l.Name + linkEnd
	}
	return linkStart + l.Name + linkEnd
}
