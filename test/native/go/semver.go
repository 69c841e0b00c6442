package main

import "github.com/Masterminds/semver/v3"

func init() {
	groups["semver"] = group{
		"parts": func() any {
			v := must(semver.NewVersion("1.2.3-beta.1+b345"))
			return list(v.Major(), v.Minor(), v.Patch(), v.Prerelease(), v.Metadata())
		},
		"original keeps v":  func() any { return must(semver.NewVersion("v1.2")).Original() },
		"string normalises": func() any { return must(semver.NewVersion("v1.2")).String() },
		"bump minor":        func() any { return must(semver.NewVersion("1.2.3")).IncMinor().String() },
		"bump major":        func() any { return must(semver.NewVersion("1.2.3-rc.1")).IncMajor().String() },
		"not a version":     func() any { return try(semver.NewVersion("one")) },
		"strict refuses":    func() any { return try(semver.StrictNewVersion("1.2")) },
		"constraint holds":  func() any { return must(semver.NewConstraint(">= 1.2, < 3")).Check(must(semver.NewVersion("2.9.9"))) },
		"constraint fails":  func() any { return must(semver.NewConstraint("~1.2")).Check(must(semver.NewVersion("1.3.0"))) },
		"constraint reasons": func() any {
			ok, errs := must(semver.NewConstraint("^2")).Validate(must(semver.NewVersion("1.0.0")))
			return list(ok, errs)
		},
		"bad constraint": func() any { return try(semver.NewConstraint(">= x.y.z.")) },
		"compare": func() any {
			a, b := must(semver.NewVersion("1.10.0")), must(semver.NewVersion("1.9.0"))
			return list(a.Compare(b), b.Compare(a), a.Equal(a), a.GreaterThan(b))
		},
		"set prerelease":    func() any { v := must(must(semver.NewVersion("1.2.3")).SetPrerelease("beta")); return v.String() },
		"bad prerelease":    func() any { return try(must(semver.NewVersion("1.2.3")).SetPrerelease("b!")) },
		"new from parts":    func() any { return semver.New(1, 2, 3, "alpha", "sha").String() },
		"must panics":       func() any { return semver.MustParse("x").String() },
		"constraint string": func() any { return must(semver.NewConstraint(">=1.2.0 <2 || ~3.1")).String() },
	}
}
