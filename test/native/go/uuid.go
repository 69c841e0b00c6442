package main

import "github.com/google/uuid"

func init() {
	groups["uuid"] = group{
		"parse":            func() any { return try(uuid.Parse("F47AC10B-58CC-0372-8567-0E02B2C3D479")) },
		"parse urn":        func() any { return must(uuid.Parse("urn:uuid:f47ac10b-58cc-0372-8567-0e02b2c3d479")).String() },
		"parse refuses":    func() any { return try(uuid.Parse("f47ac10b")) },
		"validate":         func() any { return try(true, uuid.Validate("f47ac10b-58cc-0372-8567-0e02b2c3d47x")) },
		"version 5":        func() any { return uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://example.org/")).String() },
		"version 3":        func() any { return uuid.NewMD5(uuid.NameSpaceDNS, []byte("example.org")).String() },
		"version number":   func() any { return uuid.NewMD5(uuid.NameSpaceDNS, []byte("x")).Version().String() },
		"variant":          func() any { return uuid.NameSpaceOID.Variant().String() },
		"urn":              func() any { return uuid.NameSpaceX500.URN() },
		"nil":              func() any { return uuid.Nil },
		"from bytes":       func() any { return try(uuid.FromBytes([]byte("0123456789abcdef"))) },
		"from short bytes": func() any { return try(uuid.FromBytes([]byte{1, 2})) },
		"random version":   func() any { return uuid.New().Version().String() },
		"null":             func() any { n := uuid.NullUUID{}; return list(n.Valid, n.UUID) },
		"domain name":      func() any { return uuid.Domain(1).String() },
		"time": func() any {
			s, ns := must(uuid.Parse("f47ac10b-58cc-1372-8567-0e02b2c3d479")).Time().UnixTime()
			return list(s, ns)
		},
	}
}
