//go:build full

package main

import (
	"encoding/binary"
	"encoding/hex"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/sha3"
	"golang.org/x/net/html"
	"golang.org/x/net/http/httpguts"
	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
	"math/rand"
	"strings"
	"unicode/utf8"
)

func init() {
	groups["x/text"] = group{
		"title":     func() any { return cases.Title(language.English).String("hello wORLD") },
		"turkish":   func() any { return cases.Upper(language.Turkish).String("istanbul") },
		"compose":   func() any { return norm.NFC.String("Ame\u0301lie") },
		"decompose": func() any { return norm.NFD.Bytes([]byte("Amélie")) },
		"is normal": func() any { return list(norm.NFC.IsNormalString("Amélie"), norm.NFD.IsNormalString("Amélie")) },
		"fold":      func() any { return width.Narrow.String("ＡＢＣ") },
		"parse tag": func() any { return must(language.Parse("de-latn-de")).String() },
		"bad tag":   func() any { return try(language.Parse("xx-yyyyyyyyyyy")) },
		"base":      func() any { b, c := must(language.Parse("zh-Hant-TW")).Base(); return list(b.String(), c.String()) },
		"matcher": func() any {
			t, i, c := language.NewMatcher([]language.Tag{language.English, language.German}).Match(language.MustParse("de-CH"))
			return list(t.String(), i, c.String())
		},
	}
	groups["x/crypto"] = group{
		"blake2b": func() any { s := blake2b.Sum256([]byte("abc")); return s },
		"sha3":    func() any { s := sha3.Sum256([]byte("abc")); return s },
		"shake":   func() any { out := make([]byte, 8); sha3.ShakeSum128(out, []byte("abc")); return out },
		"bcrypt matches": func() any {
			return bcrypt.CompareHashAndPassword([]byte("$2a$04$VvxZ0vq1VNsBIAyCPvQcWOX4L1TSpuCPKPlTbPUcMEYBBTxLDLCye"), []byte("nope"))
		},
		"bcrypt cost": func() any {
			return try(bcrypt.Cost([]byte("$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy")))
		},
		"bcrypt long":   func() any { return try(bcrypt.GenerateFromPassword(make([]byte, 73), 4)) },
		"bcrypt length": func() any { return len(must(bcrypt.GenerateFromPassword([]byte("x"), 4))) },
		"hash object": func() any {
			h := sha3.New224()
			h.Write([]byte("ab"))
			h.Write([]byte("c"))
			return list(h.Sum(nil), h.Size(), h.BlockSize())
		},
		"key size": func() any { _, err := blake2b.New256(make([]byte, 65)); return err },
		"reset":    func() any { h := sha3.New256(); h.Write([]byte("zzz")); h.Reset(); return h.Sum([]byte{1}) },
	}
	groups["x/net"] = group{
		"to ascii":       func() any { return try(idna.ToASCII("bücher.example")) },
		"to unicode":     func() any { return try(idna.ToUnicode("xn--bcher-kva.example")) },
		"lookup refuses": func() any { return try(idna.Lookup.ToASCII("a_b.example")) },
		"public suffix":  func() any { s, icann := publicsuffix.PublicSuffix("www.books.amazon.co.uk"); return list(s, icann) },
		"etld plus one":  func() any { return try(publicsuffix.EffectiveTLDPlusOne("a.b.example.com")) },
		"no etld":        func() any { return try(publicsuffix.EffectiveTLDPlusOne("com")) },
		"escape": func() any {
			return list(html.EscapeString("<a href=\"x\">&"), html.UnescapeString("&lt;&eacute;&amp;"))
		},
		"header": func() any { return list(httpguts.ValidHeaderFieldName("X-A"), httpguts.ValidHeaderFieldValue("a\n")) },
		"html tree": func() any {
			doc := must(html.Parse(strings.NewReader("<p class=a>x<b>y</b>")))
			p := doc.FirstChild.LastChild.FirstChild
			return list(p.Data, p.Attr, p.FirstChild.Data, p.LastChild.Data, p.Type == html.ElementNode)
		},
		"tokens": func() any {
			z := html.NewTokenizer(strings.NewReader("<i>x</i>"))
			return list(z.Next().String(), z.Next().String(), z.Text(), z.Next().String(), z.Next().String(), z.Err())
		},
		"render": func() any {
			var out strings.Builder
			doc := must(html.Parse(strings.NewReader("<p>1<p>2")))
			err := html.Render(&out, doc)
			return list(err, out.String())
		},
	}
	groups["memory"] = group{
		"a varint": func() any { b := make([]byte, 10); return list(binary.PutUvarint(b, 1<<63), b) },
		"a rune":   func() any { b := make([]byte, 4); return list(utf8.EncodeRune(b, '€'), b) },
		"a reader": func() any {
			b, r := make([]byte, 4), strings.NewReader("hello")
			n, _ := r.Read(b)
			first := string(b)
			m, _ := r.Read(b)
			return list(n, []byte(first), m, b)
		},
		"random bytes": func() any { b := make([]byte, 8); n, _ := rand.New(rand.NewSource(1)).Read(b); return list(n, b) },
		"an error":     func() any { b := make([]byte, 4); hex.Decode(b, []byte("abcx")); return b },
		"numbers": func() any {
			data := make([]uint16, 2)
			n, err := binary.Decode([]byte{1, 2, 3, 4}, binary.LittleEndian, data)
			return list(must(n, err), data)
		},
	}
}
