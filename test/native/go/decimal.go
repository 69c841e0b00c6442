package main

import "github.com/shopspring/decimal"

func init() {
	groups["decimal"] = group{
		"exact sum": func() any { return must(decimal.NewFromString("0.1")).Add(must(decimal.NewFromString("0.2"))).String() },
		"product":   func() any { return decimal.NewFromInt(12345678901).Mul(decimal.NewFromFloat(1.5)).String() },
		"division":  func() any { return decimal.NewFromInt(1).Div(decimal.NewFromInt(3)).String() },
		"div round": func() any { return decimal.NewFromInt(2).DivRound(decimal.NewFromInt(3), 4).String() },
		"quo rem": func() any {
			q, r := decimal.NewFromInt(17).QuoRem(decimal.NewFromInt(5), 0)
			return list(q.String(), r.String())
		},
		"division by 0": func() any { return decimal.NewFromInt(1).Div(decimal.Zero).String() },
		"not a number":  func() any { return try(decimal.NewFromString("1.2.3")) },
		"round":         func() any { return must(decimal.NewFromString("5.45")).Round(1).String() },
		"bank":          func() any { return must(decimal.NewFromString("545")).RoundBank(-1).String() },
		"fixed":         func() any { return decimal.NewFromFloat(5.4).StringFixed(3) },
		"cash":          func() any { return decimal.NewFromFloat(3.43).RoundCash(5).String() },
		"compare": func() any {
			a, b := decimal.New(100, -2), decimal.NewFromInt(1)
			return list(a.Cmp(b), a.Equal(b), a.LessThan(b))
		},
		"parts": func() any {
			d := decimal.New(-123, -1)
			return list(d.Coefficient(), d.Exponent(), d.Sign(), d.IsInteger())
		},
		"int part":    func() any { return must(decimal.NewFromString("9007199254740993.5")).IntPart() },
		"big int":     func() any { return must(decimal.NewFromString("123456789012345678901234567890")).BigInt() },
		"exact float": func() any { f, exact := must(decimal.NewFromString("0.5")).Float64(); return list(f, exact) },
		"power":       func() any { return decimal.NewFromInt(2).Pow(decimal.NewFromInt(100)).String() },
		"sum of many": func() any {
			return decimal.Sum(decimal.NewFromInt(1), decimal.NewFromInt(2), decimal.NewFromFloat(0.5)).String()
		},
		"max": func() any {
			return decimal.Max(decimal.NewFromInt(1), decimal.NewFromInt(3), decimal.NewFromInt(2)).String()
		},
	}
}
