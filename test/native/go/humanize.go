package main

import (
	"math/big"
	"time"

	"github.com/dustin/go-humanize"
)

func init() {
	start := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	groups["humanize"] = group{
		"bytes":           func() any { return humanize.Bytes(82854982) },
		"ibytes":          func() any { return humanize.IBytes(82854982) },
		"bytes of max":    func() any { return humanize.Bytes(18446744073709551615) },
		"parse bytes":     func() any { return try(humanize.ParseBytes("42 MB")) },
		"parse bytes bad": func() any { return try(humanize.ParseBytes("42 zonks")) },
		"big bytes": func() any {
			n, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
			return humanize.BigBytes(n)
		},
		"parse big bytes": func() any { return try(humanize.ParseBigBytes("10 YB")) },
		"comma":           func() any { return humanize.Comma(-6582491) },
		"comma min int64": func() any { return humanize.Comma(-9223372036854775808) },
		"commaf":          func() any { return humanize.Commaf(834142.32) },
		"ftoa":            func() any { return humanize.Ftoa(2.50) },
		"ordinals":        func() any { return list(humanize.Ordinal(1), humanize.Ordinal(112), humanize.Ordinal(193)) },
		"format float":    func() any { return humanize.FormatFloat("#,###.##", 12345.6789) },
		"format integer":  func() any { return humanize.FormatInteger("#.###,", 12345678) },
		"si":              func() any { return humanize.SI(2.2345e-12, "F") },
		"compute si":      func() any { v, unit := humanize.ComputeSI(0.00000000223); return list(v, unit) },
		"parse si":        func() any { v, unit, err := humanize.ParseSI("2.2345 pF"); return list(v, unit, err) },
		"rel time":        func() any { return humanize.RelTime(start, start.Add(90*time.Minute), "earlier", "later") },
		"constants":       func() any { return list(humanize.MiByte, int64(humanize.EByte), humanize.Day, humanize.LongTime) },
	}
}
