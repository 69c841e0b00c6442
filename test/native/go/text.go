package main

import (
	"errors"
	"time"

	"github.com/gosimple/slug"
	"github.com/mattn/go-runewidth"
	"github.com/oklog/ulid/v2"
	pkgerrors "github.com/pkg/errors"
	"github.com/pmezard/go-difflib/difflib"
)

func init() {
	groups["slug"] = group{
		"make":         func() any { return slug.Make("Hellö Wörld хелло ворлд") },
		"make in lang": func() any { return slug.MakeLang("Diese & Dass", "de") },
		"english":      func() any { return slug.MakeLang("This & that @ home", "en") },
		"is slug":      func() any { return list(slug.IsSlug("a-b"), slug.IsSlug("A b")) },
		"substitute":   func() any { return slug.Substitute("water is hot", map[string]string{"hot": "nice"}) },
		"truncates": func() any {
			slug.MaxLength = 8
			defer func() { slug.MaxLength = 0 }()
			return slug.Make("one two three")
		},
		"lower case": func() any {
			slug.Lowercase = false
			defer func() { slug.Lowercase = true }()
			return slug.Make("One Two")
		},
		"empty":        func() any { return slug.Make("") },
		"rune mapping": func() any { return slug.SubstituteRune("aöb", map[rune]string{'ö': "oe"}) },
	}
	groups["runewidth"] = group{
		"string": func() any {
			return list(runewidth.StringWidth("つのだ☆HIRO"), runewidth.StringWidth("abc"), runewidth.StringWidth(""))
		},
		"rune":     func() any { return list(runewidth.RuneWidth('世'), runewidth.RuneWidth('a'), runewidth.RuneWidth(0)) },
		"truncate": func() any { return runewidth.Truncate("つのだ☆HIRO", 6, "…") },
		"wrap":     func() any { return runewidth.Wrap("東京特許許可局局長", 8) },
		"fill":     func() any { return list(runewidth.FillLeft("あ", 4), runewidth.FillRight("あ", 4)) },
		"condition": func() any {
			c := runewidth.NewCondition()
			c.EastAsianWidth = true
			return list(c.RuneWidth('☆'), c.StringWidth("☆☆"))
		},
		"ambiguous": func() any { return list(runewidth.IsAmbiguousWidth('☆'), runewidth.IsNeutralWidth('☆')) },
	}
	at := time.Date(2026, 11, 21, 12, 0, 0, 123456789, time.UTC)
	groups["ulid"] = group{
		"parse":        func() any { return must(ulid.Parse("01ARZ3NDEKTSV4RRFFQ69G5FAV")).String() },
		"time":         func() any { return must(ulid.Parse("01ARZ3NDEKTSV4RRFFQ69G5FAV")).Time() },
		"bytes":        func() any { return must(ulid.Parse("01ARZ3NDEKTSV4RRFFQ69G5FAV")).Bytes() },
		"entropy":      func() any { return must(ulid.Parse("01ARZ3NDEKTSV4RRFFQ69G5FAV")).Entropy() },
		"refuses":      func() any { return try(ulid.Parse("01ARZ")) },
		"strict":       func() any { return try(ulid.ParseStrict("01ARZ3NDEKTSV4RRFFQ69G5FA!")) },
		"milliseconds": func() any { return list(ulid.Timestamp(at), ulid.MaxTime()) },
		"back to time": func() any { return ulid.Time(ulid.Timestamp(at)).UTC() },
		"sentinels":    func() any { return list(ulid.ErrDataSize, ulid.ErrBigTime) },
		"compare": func() any {
			a, b := must(ulid.Parse("01ARZ3NDEKTSV4RRFFQ69G5FAV")), must(ulid.Parse("01BX5ZZKBKACTAV9WEVGEMMVRZ"))
			return list(a.Compare(b), b.Compare(a))
		},
	}
	groups["difflib"] = group{
		"split lines": func() any { return difflib.SplitLines("a\nb\nc") },
		"ratio":       func() any { return difflib.NewMatcher([]string{"a", "b", "c"}, []string{"a", "x", "c"}).Ratio() },
		"op codes": func() any {
			return difflib.NewMatcher([]string{"a", "b", "c"}, []string{"a", "x", "c", "d"}).GetOpCodes()
		},
		"blocks":  func() any { return difflib.NewMatcher([]string{"a", "b"}, []string{"b"}).GetMatchingBlocks() },
		"grouped": func() any { return difflib.NewMatcher([]string{"a", "b"}, []string{"a", "c"}).GetGroupedOpCodes(1) },
		"unified": func() any {
			return try(difflib.GetUnifiedDiffString(difflib.UnifiedDiff{A: difflib.SplitLines("a\nb\n"), B: difflib.SplitLines("a\nc\n"), FromFile: "Old", ToFile: "New", Context: 3}))
		},
		"context": func() any {
			return try(difflib.GetContextDiffString(difflib.ContextDiff{A: difflib.SplitLines("a\nb\n"), B: difflib.SplitLines("c\n"), FromFile: "Old", ToFile: "New", Context: 1, Eol: "\n"}))
		},
		"no difference": func() any {
			return try(difflib.GetUnifiedDiffString(difflib.UnifiedDiff{A: []string{"x"}, B: []string{"x"}}))
		},
	}
	groups["pkg/errors"] = group{
		"new":          func() any { return pkgerrors.New("lost") },
		"wrap":         func() any { return pkgerrors.Wrap(pkgerrors.New("lost"), "reading") },
		"wrap nil":     func() any { return pkgerrors.Wrap(nil, "reading") },
		"message":      func() any { return pkgerrors.WithMessage(errors.New("plain"), "outer") },
		"cause":        func() any { return pkgerrors.Cause(pkgerrors.Wrap(errors.New("root"), "a")) },
		"unwrap twice": func() any { return pkgerrors.Unwrap(pkgerrors.Unwrap(pkgerrors.Wrap(errors.New("root"), "a"))) },
		"is": func() any {
			root := errors.New("root")
			return list(pkgerrors.Is(pkgerrors.Wrap(root, "a"), root), pkgerrors.Is(root, errors.New("root")))
		},
	}
}
