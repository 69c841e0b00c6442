//go:build full

package main

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/golang-jwt/jwt/v5"
	"github.com/robfig/cron/v3"
)

var jwtKey = []byte("AllYourBase")

func jwtSign(claims jwt.MapClaims, method jwt.SigningMethod) string {
	return must(jwt.NewWithClaims(method, claims).SignedString(jwtKey))
}

func jwtFoo() string {
	return jwtSign(jwt.MapClaims{"foo": "bar", "nbf": 1444478400}, jwt.SigningMethodHS256)
}

func jwtKeyOf(*jwt.Token) (any, error) { return jwtKey, nil }

func jwtOther(*jwt.Token) (any, error) { return []byte("other"), nil }

// jwtParse gives only the error: the token beside it is another case.
func jwtParse(token string, keyOf jwt.Keyfunc, options ...jwt.ParserOption) any {
	t, err := jwt.Parse(token, keyOf, options...)
	if err != nil {
		return err
	}
	return t.Valid
}

// reversing signs by writing backwards.
type reversing struct{}

func (reversing) Alg() string { return "REV" }

func (reversing) Sign(text string, _ any) ([]byte, error) {
	b := []byte(text)
	slices.Reverse(b)
	return b, nil
}

func (r reversing) Verify(text string, signature []byte, _ any) error {
	if b, _ := r.Sign(text, nil); !bytes.Equal(b, signature) {
		return errors.New("not reversed")
	}
	return nil
}

// expired is claims with methods only.
type expired struct{}

func (expired) GetExpirationTime() (*jwt.NumericDate, error) {
	return jwt.NewNumericDate(time.Unix(1, 0)), nil
}
func (expired) GetIssuedAt() (*jwt.NumericDate, error)  { return nil, nil }
func (expired) GetNotBefore() (*jwt.NumericDate, error) { return nil, nil }
func (expired) GetIssuer() (string, error)              { return "me", nil }
func (expired) GetSubject() (string, error)             { return "", nil }
func (expired) GetAudience() (jwt.ClaimStrings, error)  { return jwt.ClaimStrings{"a"}, nil }

func check(value any, tag string) any {
	if err := validator.New().Var(value, tag); err != nil {
		return err
	}
	return "valid"
}

func checkOwn(tag string, valid validator.Func, value any, rule string) any {
	v := validator.New()
	if err := v.RegisterValidation(tag, valid); err != nil {
		panic(err)
	}
	if err := v.Var(value, rule); err != nil {
		return err
	}
	return "valid"
}

func even(f validator.FieldLevel) bool { return f.Field().Int()%2 == 0 }

func cronNext(spec string, from time.Time) any { return must(cron.ParseStandard(spec)).Next(from) }

func noJob() {}

// job runs a function.
type job func()

func (j job) Run() { j() }

// logged notes errors.
type logged []any

func (*logged) Info(string, ...any) {}

func (l *logged) Error(err error, message string, _ ...any) { *l = append(*l, err.Error(), message) }

// secondly is a schedule.
type secondly struct{}

func (secondly) Next(t time.Time) time.Time { return t.Add(time.Second) }

// often is a parser that knows one word.
type often struct{}

func (often) Parse(spec string) (cron.Schedule, error) {
	if spec == "often" {
		return cron.Every(time.Second), nil
	}
	return cron.Every(time.Minute), nil
}

func init() {
	groups["jwt"] = group{
		"signs": func() any { return jwtFoo() },
		"signs a tree of claims": func() any {
			return jwtSign(jwt.MapClaims{"b": []any{1, "x", nil}, "a": map[string]any{"c": 1.5}}, jwt.SigningMethodHS256)
		},
		"parses with a key function": func() any {
			t := must(jwt.Parse(jwtFoo(), jwtKeyOf))
			return list(t.Valid, t.Claims.(jwt.MapClaims)["foo"], t.Header)
		},
		"gives the times of claims": func() any {
			claims := must(jwt.Parse(jwtFoo(), jwtKeyOf)).Claims
			expires := must(claims.GetExpirationTime())
			return list(must(claims.GetNotBefore()).Time, expires, must(claims.GetSubject()))
		},
		"refuses another key": func() any { return jwtParse(jwtFoo(), jwtOther) },
		"gives the token beside the error": func() any {
			t, err := jwt.Parse(jwtFoo(), jwtOther)
			return list(errors.Is(err, jwt.ErrTokenSignatureInvalid), errors.Is(err, jwt.ErrTokenExpired), t.Valid, t.Claims.(jwt.MapClaims)["foo"])
		},
		"says what the key function threw": func() any {
			return jwtParse(jwtFoo(), func(*jwt.Token) (any, error) { return nil, errors.New("no key") })
		},
		"wants a method of the list": func() any {
			return jwtParse(jwtFoo(), jwtKeyOf, jwt.WithValidMethods([]string{"RS256"}))
		},
		"refuses an expired token": func() any {
			return jwtParse(jwtSign(jwt.MapClaims{"exp": 1000}, jwt.SigningMethodHS256), jwtKeyOf)
		},
		"asks JavaScript for the time": func() any {
			return jwtParse(jwtSign(jwt.MapClaims{"exp": 1000}, jwt.SigningMethodHS256), jwtKeyOf,
				jwt.WithTimeFunc(func() time.Time { return time.Unix(500, 0) }))
		},
		"parses into registered claims": func() any {
			claims := &jwt.RegisteredClaims{Issuer: "me", Subject: "you", Audience: jwt.ClaimStrings{"a", "b"}, ExpiresAt: jwt.NewNumericDate(time.Unix(4e9, 0))}
			signed := must(jwt.NewWithClaims(jwt.SigningMethodHS384, claims).SignedString(jwtKey))
			var out jwt.RegisteredClaims
			t := must(jwt.ParseWithClaims(signed, &out, jwtKeyOf, jwt.WithIssuer("me"), jwt.WithAudience("a")))
			return list(signed, t.Valid, out.Subject, out.Audience, out.ExpiresAt.Time)
		},
		"refuses another issuer": func() any {
			return jwtParse(jwtSign(jwt.MapClaims{"iss": "me"}, jwt.SigningMethodHS256), jwtKeyOf, jwt.WithIssuer("you"))
		},
		"validates by a method of JavaScript": func() any {
			return jwt.NewValidator(jwt.WithIssuer("me")).Validate(expired{})
		},
		"parses without a key": func() any {
			t, parts, err := jwt.NewParser(jwt.WithJSONNumber()).ParseUnverified(jwtSign(jwt.MapClaims{"n": 5}, jwt.SigningMethodHS256), jwt.MapClaims{})
			return try(list(t.Valid, len(parts), t.Claims.(jwt.MapClaims)["n"]), err)
		},
		"refuses what is no token":      func() any { return jwtParse("abc", jwtKeyOf) },
		"refuses a key of another type": func() any { return try(jwt.New(jwt.SigningMethodHS256).SignedString("text")) },
		"signs with a key pair": func() any {
			secret := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, 32))
			signed := must(jwt.NewWithClaims(jwt.SigningMethodEdDSA, jwt.MapClaims{"a": 1}).SignedString(secret))
			return list(signed, jwtParse(signed, func(*jwt.Token) (any, error) { return secret.Public(), nil }))
		},
		"signs with a method of JavaScript": func() any {
			jwt.RegisterSigningMethod("REV", func() jwt.SigningMethod { return reversing{} })
			signed := jwtSign(jwt.MapClaims{"a": 1}, jwt.GetSigningMethod("REV"))
			return list(signed, jwtParse(signed, func(*jwt.Token) (any, error) { return nil, nil }))
		},
	}
	groups["validator"] = group{
		"accepts a value":         func() any { return check("me@example.org", "required,email") },
		"refuses a value":         func() any { return check("me", "required,email") },
		"refuses a missing value": func() any { return check("", "required") },
		"compares numbers":        func() any { return list(check(5, "gte=2,lte=7"), check(-0.5, "lt=0")) },
		"refuses a number":        func() any { return check(9, "gte=2,lte=7") },
		"knows many formats": func() any {
			return list(check("192.168.0.1", "ipv4"), check("https://example.org/x", "url"),
				check("f47ac10b-58cc-4372-a567-0e02b2c3d479", "uuid4"), check("#ff0000", "hexcolor"))
		},
		"looks into a list": func() any { return check([]any{"a", "b", ""}, "min=1,dive,min=1") },
		"looks into a map": func() any {
			return check(map[string]any{"a": "x", "b": ""}, "dive,keys,len=1,endkeys,min=1")
		},
		"compares two values": func() any { return validator.New().VarWithValue("abc", "abcd", "eqfield") },
		"validates a map by rules": func() any {
			wrong := validator.New().ValidateMap(map[string]any{"name": "x", "age": 1, "mail": ""},
				map[string]any{"name": "required,min=2", "age": "gte=18", "mail": "omitempty,email"})
			return list(fmt.Sprint("age: ", wrong["age"]), fmt.Sprint("name: ", wrong["name"]))
		},
		"registers an alias": func() any {
			v := validator.New()
			v.RegisterAlias("colour", "hexcolor|rgb")
			return v.Var("nope", "colour")
		},
		"asks a function of JavaScript":          func() any { return checkOwn("even", even, 4, "required,even") },
		"is refused by a function of JavaScript": func() any { return checkOwn("even", even, 3, "even") },
		"gives a function its parameter": func() any {
			return checkOwn("starts", func(f validator.FieldLevel) bool { return strings.HasPrefix(f.Field().String(), f.Param()) }, "abc", "starts=ab")
		},
		"gives its errors as objects": func() any {
			var all []any
			for _, one := range check("me", "required,email").(validator.ValidationErrors) {
				all = append(all, list(one.Tag(), one.Param(), one.Value(), one.Kind().String()))
			}
			return all
		},
		"panics for a rule that does not exist": func() any { return check(1, "nosuch") },
		"wants a struct":                        func() any { return validator.New().Struct(1) },
	}
	january := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	groups["cron"] = group{
		"finds the next time":    func() any { return cronNext("30 4 * * 1-5", january.Add(29*time.Hour)) },
		"finds a far time":       func() any { return cronNext("0 0 29 2 *", january) },
		"knows descriptors":      func() any { return list(cronNext("@daily", january), cronNext("@every 1h30m", january)) },
		"knows zones":            func() any { return cronNext("CRON_TZ=UTC 0 6 * * ?", january) },
		"refuses a wrong spec":   func() any { return try(cron.ParseStandard("* * *")) },
		"refuses a wrong number": func() any { return try(cron.ParseStandard("61 * * * *")) },
		"parses with other fields": func() any {
			return must(cron.NewParser(cron.Second | cron.Minute | cron.Hour).Parse("5 * *")).Next(january)
		},
		"repeats after a time": func() any {
			every := cron.Every(90 * time.Second)
			return list(every.Delay, every.Next(january))
		},
		"keeps entries": func() any {
			jobs := cron.New(cron.WithLocation(time.UTC))
			first, second := must(jobs.AddFunc("* * * * *", noJob)), must(jobs.AddFunc("@hourly", noJob))
			jobs.Remove(first)
			return list(first, second, len(jobs.Entries()), jobs.Entry(first).Valid(), jobs.Entry(second).Valid())
		},
		"runs a function": func() any {
			runs := 0
			jobs := cron.New()
			entry := jobs.Entry(must(jobs.AddFunc("* * * * *", func() { runs++ })))
			entry.Job.Run()
			entry.WrappedJob.Run()
			return runs
		},
		"runs an object": func() any {
			runs := 0
			jobs := cron.New(cron.WithSeconds())
			jobs.Entry(must(jobs.AddJob("* * * * * *", job(func() { runs++ })))).Job.Run()
			return runs
		},
		"wraps jobs in the order of the chain": func() any {
			var log []string
			wrap := func(name string) cron.JobWrapper {
				return func(inner cron.Job) cron.Job {
					return job(func() { log = append(log, name+" in"); inner.Run(); log = append(log, name+" out") })
				}
			}
			cron.NewChain(wrap("a"), wrap("b")).Then(job(func() { log = append(log, "job") })).Run()
			return log
		},
		"recovers, and tells a logger": func() any {
			var log logged
			cron.NewChain(cron.Recover(&log)).Then(job(func() { panic(errors.New("boom")) })).Run()
			return []any(log)
		},
		"asks a schedule": func() any {
			jobs := cron.New()
			return int(jobs.Entry(jobs.Schedule(secondly{}, job(noJob))).Schedule.Next(january).UnixMilli())
		},
		"asks a parser": func() any {
			jobs := cron.New(cron.WithParser(often{}))
			return int(jobs.Entry(must(jobs.AddFunc("often", noJob))).Schedule.Next(january).UnixMilli())
		},
	}
}
