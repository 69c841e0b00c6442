//go:build full

package main

import (
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/go-viper/mapstructure/v2"
	"github.com/tidwall/sjson"
	"gopkg.in/yaml.v3"
)

const janet = `{"name":{"first":"Janet","last":"Prichard"},"age":47}`

const tomlConfig = `title = "TOML"
[owner]
name = "Tom"
born = 1979-05-27T07:32:00Z
[database]
enabled = true
ports = [8000, 8001]
limits = { cpu = 79.5, case = 72 }
[[products]]
name = "Hammer"
[[products]]
name = "Nail"
color = "gray"
`

const easy = "a: Easy!\nb:\n  c: 2\n  d: [3, 4]\n"

// parts is a reader that gives one part at a time.
type parts []string

func (p *parts) Read(b []byte) (int, error) {
	if len(*p) == 0 {
		return 0, io.EOF
	}
	n := copy(b, (*p)[0])
	*p = (*p)[1:]
	return n, nil
}

func tomlDecode(source string) any {
	var out any
	_, err := toml.Decode(source, &out)
	return try(out, err)
}

func tomlEncode(v any, indent string) any {
	var out strings.Builder
	e := toml.NewEncoder(&out)
	e.Indent = indent
	err := e.Encode(v)
	return try(out.String(), err)
}

func yamlUnmarshal[T any](source string) any {
	var out T
	err := yaml.Unmarshal([]byte(source), &out)
	return try(out, err)
}

func yamlParse(source string) *yaml.Node {
	n := new(yaml.Node)
	if err := yaml.Unmarshal([]byte(source), n); err != nil {
		panic(err)
	}
	return n
}

func decodeInto(input any, out mapstructure.DecoderConfig) any {
	err := mapstructure.Decode(input, &out)
	return try(list(out.TagName, out.WeaklyTypedInput, out.ErrorUnused), err)
}

func weak[T any](input any) any {
	var out T
	err := mapstructure.WeakDecode(input, &out)
	return try(out, err)
}

// decodeMetadata decodes a Metadata, for want of a better record.
func decodeMetadata(input any, config mapstructure.DecoderConfig) (mapstructure.Metadata, error) {
	var out mapstructure.Metadata
	config.Result = &out
	err := must(mapstructure.NewDecoder(&config)).Decode(input)
	return out, err
}

func init() {
	groups["sjson"] = group{
		"replaces a value": func() any { return try(sjson.Set(janet, "name.last", "Anderson")) },
		"makes an object":  func() any { return try(sjson.Set("", "name.first", "Tom")) },
		"sets a number":    func() any { return try(sjson.Set(janet, "age", 48)) },
		"sets a fraction":  func() any { return try(sjson.Set("", "x.y", -0.5)) },
		"sets a tree": func() any {
			return try(sjson.Set("", "a", map[string]any{"b": []any{1, 2.5, nil, true, "x", map[string]any{"c": map[string]any{}}}}))
		},
		"sets a large integer":  func() any { return try(sjson.Set("", "n", uint64(12345678901234567890))) },
		"sets null":             func() any { return try(sjson.Set(janet, "age", nil)) },
		"appends to an array":   func() any { return try(sjson.Set(`{"friends":["Tom","Jane"]}`, "friends.-1", "Sara")) },
		"deletes from an array": func() any { return try(sjson.Delete(`{"friends":["Tom","Jane","Sara"]}`, "friends.1")) },
		"deletes":               func() any { return try(sjson.Delete(janet, "name.first")) },
		"sets raw JSON":         func() any { return try(sjson.SetRaw(janet, "extra", `{"k":[1]}`)) },
		"takes and gives bytes": func() any { return string(must(sjson.SetBytes([]byte(janet), "name.first", "Ann"))) },
		"takes options":         func() any { return try(sjson.SetOptions(janet, "age", 5, &sjson.Options{Optimistic: true})) },
		"refuses an empty path": func() any { return try(sjson.Set(janet, "", 1)) },
	}
	groups["toml"] = group{
		"decodes into any value": func() any { return tomlDecode(tomlConfig) },
		"decodes into a map": func() any {
			var out map[string]any
			must(toml.Decode("a = 1\nb = \"x\"", &out))
			return out
		},
		"says what was there": func() any {
			var out any
			m := must(toml.Decode(tomlConfig, &out))
			return list(m.IsDefined("owner", "name"), m.IsDefined("owner", "age"), m.Type("database", "ports"))
		},
		"keeps the order of keys": func() any {
			var out any
			var keys []string
			m := must(toml.Decode(tomlConfig, &out))
			for _, k := range m.Keys() {
				keys = append(keys, k.String())
			}
			return keys
		},
		"decodes from text as a reader": func() any {
			var out any
			must(toml.NewDecoder(strings.NewReader("x = 1.5")).Decode(&out))
			return out
		},
		"decodes from a reader of Go": func() any {
			var out any
			must(toml.NewDecoder(strings.NewReader("x = [inf, 0x1F]")).Decode(&out))
			return out
		},
		"decodes from a reader of JavaScript": func() any {
			var out any
			must(toml.NewDecoder(&parts{"x = ", `"parts"`}).Decode(&out))
			return out
		},
		"encodes": func() any {
			return tomlEncode(map[string]any{"a": 1, "b": map[string]any{"c": "x", "d": []any{1, 2}, "e": map[string]any{"f": 1.5}}}, "  ")
		},
		"encodes without indent": func() any {
			return tomlEncode(map[string]any{"b": map[string]any{"c": map[string]any{"d": true}}}, "")
		},
		"encodes an array of tables": func() any {
			return string(must(toml.Marshal(map[string]any{"a": []any{map[string]any{"b": 1}, map[string]any{"b": 2}}})))
		},
		"encodes a date": func() any {
			return string(must(toml.Marshal(map[string]any{"at": time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)})))
		},
		"unmarshals": func() any {
			var out any
			return try(&out, toml.Unmarshal([]byte(`a = "b"`), &out))
		},
		"says where a document is wrong": func() any { return tomlDecode("a = 1\nb = ") },
		"gives the fields of an error": func() any {
			var out any
			_, err := toml.Decode("a = 1\na = 2", &out)
			var e toml.ParseError
			errors.As(err, &e)
			return list(e.Message, e.LastKey, e.Line)
		},
		"refuses what has no value in TOML": func() any {
			return tomlEncode(map[string]any{"a": nil, "b": []any{1, nil}}, "  ")
		},
	}
	groups["yaml"] = group{
		"unmarshals into any value": func() any { return yamlUnmarshal[any](easy) },
		"unmarshals into a map":     func() any { return yamlUnmarshal[map[string]any](easy) },
		"unmarshals into text":      func() any { return yamlUnmarshal[string]("word") },
		"knows its scalars": func() any {
			return yamlUnmarshal[any](`[1, -1.5, true, null, 2026-01-02, "x", .inf, 0x1F, 18446744073709551615, !!binary aGk=]`)
		},
		"keys are of any type":       func() any { return yamlUnmarshal[any]("1: a\ntrue: b\n") },
		"follows anchors and merges": func() any { return yamlUnmarshal[any]("base: &b {x: 1}\nd:\n  <<: *b\n  y: 2\n") },
		"marshals": func() any {
			return string(must(yaml.Marshal(map[string]any{"a": 1, "b": []any{true, nil, "x: y"}, "c": map[string]any{"d": 1.5}})))
		},
		"marshals text of several lines": func() any {
			return string(must(yaml.Marshal(map[string]any{"text": "one\ntwo\n", "yes": "yes"})))
		},
		"encodes several documents": func() any {
			var out strings.Builder
			e := yaml.NewEncoder(&out)
			e.SetIndent(2)
			err := errors.Join(e.Encode(map[string]any{"a": map[string]any{"b": []any{1}}}), e.Encode("next"), e.Close())
			return try(out.String(), err)
		},
		"decodes several documents": func() any {
			d := yaml.NewDecoder(strings.NewReader("a: 1\n---\nb: 2\n"))
			var a, b any
			return try([]any{&a, &b}, errors.Join(d.Decode(&a), d.Decode(&b)))
		},
		"ends a stream with an error": func() any { var out any; return yaml.NewDecoder(strings.NewReader("")).Decode(&out) },
		"walks nodes": func() any {
			document := yamlParse(easy)
			var nodes []any
			for _, n := range document.Content[0].Content {
				nodes = append(nodes, list(n.Kind, n.Value, n.Line, n.Column, n.ShortTag()))
			}
			return list(document.Kind, nodes)
		},
		"edits nodes and keeps comments": func() any {
			document := yamlParse("# top\na: 1 # one\n")
			document.Content[0].Content[1].SetString("two")
			return string(must(yaml.Marshal(document)))
		},
		"decodes a node": func() any {
			var out any
			return try(&out, yamlParse(easy).Content[0].Content[3].Decode(&out))
		},
		"encodes into a node": func() any {
			var n yaml.Node
			err := n.Encode(map[string]any{"k": []any{1, "x"}})
			return try(list(n.Kind, n.Content[0].Value, string(must(yaml.Marshal(&n)))), err)
		},
		"makes a node of a literal": func() any {
			return string(must(yaml.Marshal(&yaml.Node{Kind: yaml.ScalarNode, Value: "12", Tag: "!!str", LineComment: "text"})))
		},
		"says where a document is wrong": func() any { return yamlUnmarshal[any]("a: [1") },
		"says what does not fit":         func() any { return yamlUnmarshal[int]("a: b") },
	}
	groups["mapstructure"] = group{
		"decodes into any value": func() any {
			var out any
			input := map[string]any{"name": "Mitchell", "age": 91, "emails": []any{"one", "two"}}
			return try(&out, mapstructure.Decode(input, &out))
		},
		"decodes into a struct": func() any {
			return decodeInto(map[string]any{"TagName": "yaml", "errorunused": true}, mapstructure.DecoderConfig{})
		},
		"keeps what is not in the input": func() any {
			return decodeInto(map[string]any{"TagName": "x"}, mapstructure.DecoderConfig{ErrorUnused: true})
		},
		"refuses other types": func() any {
			return decodeInto(map[string]any{"TagName": 1}, mapstructure.DecoderConfig{})
		},
		"joins its errors": func() any {
			return decodeInto(map[string]any{"TagName": 1, "ErrorUnused": "x"}, mapstructure.DecoderConfig{})
		},
		"decodes weakly": func() any {
			return list(weak[int]("42"), weak[string](true), weak[bool]("1"), weak[[]any]("x"))
		},
		"does not decode weakly what is no number": func() any { return weak[int]("many") },
		"says what it did": func() any {
			var out, done mapstructure.Metadata
			err := mapstructure.DecodeMetadata(map[string]any{"Keys": []any{"a"}, "other": 1}, &out, &done)
			slices.Sort(done.Keys)
			slices.Sort(done.Unset)
			return try(list(done.Keys, done.Unused, done.Unset), err)
		},
		"uses a function of JavaScript to match names": func() any {
			var out mapstructure.DecoderConfig
			d := must(mapstructure.NewDecoder(&mapstructure.DecoderConfig{Result: &out, MatchName: func(key, field string) bool {
				return strings.EqualFold(strings.ReplaceAll(key, "_", ""), field)
			}}))
			err := d.Decode(map[string]any{"tag_name": "x", "weakly_typed_input": true})
			return try(list(out.TagName, out.WeaklyTypedInput), err)
		},
		"runs a hook of Go": func() any {
			out, err := decodeMetadata(map[string]any{"Keys": "a,b", "Unused": "c"},
				mapstructure.DecoderConfig{DecodeHook: mapstructure.StringToSliceHookFunc(",")})
			return try(list(out.Keys, out.Unused), err)
		},
		"composes hooks": func() any {
			hook := mapstructure.ComposeDecodeHookFunc(mapstructure.StringToTimeDurationHookFunc(), mapstructure.StringToSliceHookFunc("|"))
			out, err := decodeMetadata(map[string]any{"Keys": "a|b"}, mapstructure.DecoderConfig{DecodeHook: hook})
			return try(out.Keys, err)
		},
		"refuses what is not used": func() any {
			_, err := decodeMetadata(map[string]any{"Nope": 1}, mapstructure.DecoderConfig{ErrorUnused: true})
			return err
		},
		"wants a pointer": func() any { return mapstructure.Decode(map[string]any{}, map[string]any{}) },
	}
}
