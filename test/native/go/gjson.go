package main

import "github.com/tidwall/gjson"

const people = `{"name":{"first":"Tom","last":"Anderson"},"age":37,"big":9007199254740993,"children":["Sara","Alex","Jack"],"friends":[{"first":"Dale","age":44},{"first":"Roger","age":68}],"ok":true,"none":null}`

func init() {
	groups["gjson"] = group{
		"string":      func() any { return gjson.Get(people, "name.last").String() },
		"integer":     func() any { return gjson.Get(people, "age").Int() },
		"big integer": func() any { return gjson.Get(people, "big").Int() },
		"float":       func() any { return gjson.Get(people, "age").Float() },
		"bool":        func() any { return gjson.Get(people, "ok").Bool() },
		"raw":         func() any { return gjson.Get(people, "children").Raw },
		"count":       func() any { return gjson.Get(people, "children.#").Int() },
		"wildcard":    func() any { return gjson.Get(people, "child*.2").String() },
		"query":       func() any { return gjson.Get(people, `friends.#(age>50).first`).String() },
		"all matches": func() any { return gjson.Get(people, `friends.#.first`).Raw },
		"missing":     func() any { r := gjson.Get(people, "nope"); return list(r.Exists(), r.String(), r.Type.String()) },
		"type names": func() any {
			return list(gjson.Get(people, "none").Type.String(), gjson.Get(people, "ok").Type.String())
		},
		"array elements": func() any { a := gjson.Get(people, "children").Array(); return list(len(a), a[1].String()) },
		"map keys":       func() any { return gjson.Get(people, "name").Map()["first"].String() },
		"nested get":     func() any { return gjson.Parse(people).Get("friends").Get("1").Get("age").Uint() },
		"valid":          func() any { return list(gjson.Valid(people), gjson.Valid(`{"a":`)) },
		"from bytes":     func() any { return gjson.GetBytes([]byte(people), "name.first").String() },
		"many":           func() any { m := gjson.GetMany(people, "age", "ok"); return list(m[0].Raw, m[1].Raw) },
		"modifier":       func() any { return gjson.Get(people, "children|@reverse").Raw },
		"is object":      func() any { return list(gjson.Get(people, "name").IsObject(), gjson.Get(people, "name").IsArray()) },
	}
}
