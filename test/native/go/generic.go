//go:build full

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/samber/lo"
	"github.com/samber/mo"
	"github.com/samber/mo/option"
	results "github.com/samber/mo/result"
)

type loUser struct{ name, team string }

func init() {
	users := []loUser{{"Ann", "red"}, {"Bob", "blue"}, {"Cid", "red"}}
	pairs := func(tuples []lo.Tuple2[string, int]) any {
		out := []any{}
		for _, t := range tuples {
			out = append(out, list(t.A, t.B))
		}
		return out
	}
	groups["lo"] = group{
		"uniq": func() any { return lo.Uniq([]string{"Samuel", "John", "Samuel"}) },
		"filter with index": func() any {
			return lo.Filter([]int{1, 2, 3, 4}, func(x int, i int) bool { return x%2 == 0 && i > 1 })
		},
		"map to objects": func() any {
			return lo.Map([]string{"a", "b"}, func(name string, i int) map[string]any { return map[string]any{"name": name, "i": i} })
		},
		"filter map": func() any {
			return lo.FilterMap([]string{"cpu", "gpu", "mouse"}, func(x string, _ int) (string, bool) { return "x" + x, strings.HasSuffix(x, "pu") })
		},
		"reduce": func() any {
			return list(
				lo.Reduce([]int{1, 2, 3, 4}, func(sum, x, i int) int { return sum + x*i }, 10),
				lo.ReduceRight([][]int{{0, 1}, {2, 3}, {4}}, func(sum, x []int, _ int) []int { return append(sum, x...) }, []int{}))
		},
		"group by": func() any {
			return lo.MapValues(lo.GroupBy(users, func(u loUser) string { return u.team }), func(l []loUser, _ string) []string {
				return lo.Map(l, func(u loUser, _ int) string { return u.name })
			})
		},
		"partition by": func() any {
			return lo.PartitionBy([]int{-2, -1, 0, 1, 2, 3}, func(x int) string {
				return lo.Ternary(x < 0, "negative", lo.Ternary(x%2 != 0, "odd", "even"))
			})
		},
		"chunk":     func() any { return list(lo.Chunk([]int{0, 1, 2, 3, 4}, 2), lo.ChunkString("1234567", 3)) },
		"associate": func() any { return lo.Associate(users, func(u loUser) (string, int) { return u.name, len(u.team) }) },
		"zip": func() any {
			zipped := lo.Zip2([]string{"a", "b"}, []int{1, 2})
			a, b := lo.Unzip2(zipped)
			return list(pairs(zipped), list(a, b))
		},
		"sets": func() any {
			left, right := lo.Difference([]int{0, 1, 2, 3}, []int{0, 2, 6})
			return list(list(left, right), lo.Intersect([]int{0, 1, 2}, []int{2, 0}), lo.Union([]int{0, 1}, []int{1, 9}))
		},
		"numbers": func() any {
			return list(lo.Sum([]float64{1.5, 2}), lo.SumBy(users, func(loUser) float64 { return 2 }), lo.Max([]float64{1, 5, 3}), lo.Min([]float64{}), lo.Clamp(42, -10, 10))
		},
		"find": func() any {
			bob, _ := lo.Find(users, func(u loUser) bool { return u.name == "Bob" })
			return list(bob.team, lo.IndexOf([]int{0, 1, 2}, 2))
		},
		"nth":        func() any { return list(must(lo.Nth([]int{0, 1, 2}, -2)), lo.LastOrEmpty([]string{"x", "y"})) },
		"nth beyond": func() any { return try(lo.Nth([]int{0, 1, 2}, 9)) },
		"maps": func() any {
			return list(
				lo.PickBy(map[string]int{"foo": 1, "bar": 2, "baz": 3}, func(_ string, v int) bool { return v%2 == 1 }),
				lo.MapValues(map[int]int{1: 4}, func(v, k int) string { return fmt.Sprintf("%d:%d", k, v) }),
				lo.Invert(map[string]int{"a": 1, "b": 2}),
				lo.Assign(map[string]int{"a": 1, "b": 2}, map[string]int{"b": 3}),
				lo.Keys(map[string]int{"foo": 1}))
		},
		"attempt": func() any {
			tries := []int{}
			count, err := lo.Attempt(5, func(i int) error {
				tries = append(tries, i)
				return lo.Ternary(i < 2, errors.New("not yet"), nil)
			})
			return list(must(count, err), tries)
		},
		"attempt in vain": func() any { return try(lo.Attempt(2, func(i int) error { return fmt.Errorf("failed %d", i) })) },
		"try": func() any {
			failing := func() error { return errors.New("x") }
			value, ok := lo.TryOr(func() (string, error) { return "", failing() }, "fallback")
			_, isOk := lo.TryWithErrorValue(failing)
			return list(lo.Try(failing), list(value, ok), isOk)
		},
		"must":     func() any { return lo.Must("x", errors.New("bad")) },
		"must ok":  func() any { return lo.Must(42, nil) },
		"validate": func() any { return lo.Validate(false, "want %s of %d", "a list", 3) },
		"words": func() any {
			return list(lo.CamelCase("hello_world"), lo.SnakeCase("HelloWorld2"), lo.Words("helloWorld"), lo.Ellipsis("Lorem Ipsum", 8))
		},
		"partial": func() any {
			return list(lo.Partial(func(x, y int) int { return x - y }, 5)(6), lo.Times(3, func(i int) int { return i * i }))
		},
		"cross join": func() any {
			return lo.CrossJoinBy2([]string{"a", "b"}, []int{1, 2}, func(a string, b int) string { return fmt.Sprintf("%s-%d", a, b) })
		},
		"max by": func() any {
			return lo.MaxBy([]string{"a", "bbb", "cc"}, func(a, b string) bool { return len(a) > len(b) })
		},
		"compact": func() any {
			return list(lo.Compact([]string{"", "a", ""}), lo.Compact([]int{0, 1, 2, 0}), lo.Compact([]bool{false, true}))
		},
		"coalesce": func() any {
			a, okA := lo.Coalesce("", "foo", "bar")
			b, okB := lo.Coalesce(0, 0)
			return list(list(a, okA), list(b, okB), lo.CoalesceOrEmpty("", ""), lo.CoalesceOrEmpty(0, 3))
		},
		"or empty": func() any {
			none, ok := lo.Find([]string{"a"}, func(string) bool { return false })
			return list(
				lo.FirstOrEmpty([]string{"a"}), lo.LastOrEmpty([]int{1, 2}),
				lo.FindOrElse([]int{1}, 7, func(int) bool { return false }), list(none, ok),
				lo.FromPtr(lo.ToPtr("x")), lo.EmptyableToPtr(""), lo.EmptyableToPtr(5))
		},
		"empty": func() any {
			return list(lo.IsEmpty(""), lo.IsEmpty(0), lo.IsEmpty("x"), lo.IsNotEmpty(0), lo.WithoutEmpty([]string{"", "a"}))
		},
		"count and replace": func() any {
			return list(
				lo.Count([]int{1, 0, 1}, 1), lo.CountValues([]string{"a", "b", "a"}), lo.ReplaceAll([]string{"a", "b", "a"}, "a", ""),
				lo.Trim([]int{0, 1, 0, 2, 0}, []int{0}))
		},
		"ternary": func() any { return list(lo.Ternary(true, "a", "b"), lo.Ternary(false, 1, 0)) },
		"if": func() any {
			return lo.Map([]int{1, 50, 500, 5000}, func(n, _ int) string {
				return lo.If(n < 10, "small").ElseIf(n < 100, "medium").ElseIfF(n < 1000, func() string { return "large" }).Else("huge")
			})
		},
		"if function": func() any { return lo.IfF(false, func() int { return 1 }).ElseF(func() int { return 2 }) },
		"switch": func() any {
			return lo.Map([]int{1, 2, 3}, func(n, _ int) string {
				return lo.Switch[int, string](n).Case(1, "one").CaseF(2, func() string { return "two" }).Default("many")
			})
		},
		"switch function": func() any {
			return lo.Switch[string, int]("x").Case("y", 1).DefaultF(func() int { return 2 })
		},
		"NaN": func() any { return len(lo.Uniq([]float64{math.NaN(), 1, math.NaN()})) },
		"transaction": func() any {
			undone := []string{}
			_, err := lo.NewTransaction[int]().
				Then(func(x int) (int, error) { return x + 1, nil }, func(x int) int { undone = append(undone, "first"); return x }).
				Then(func(x int) (int, error) { return 0, errors.New("late") }, func(x int) int { return x }).
				Process(1)
			return list(err, undone)
		},
	}
	boom := errors.New("boom")
	groups["mo"] = group{
		"option": func() any {
			return list(mo.Some(42).OrElse(7), mo.None[int]().OrElse(7), mo.Some("x").IsPresent(), mo.None[int]().IsAbsent())
		},
		"get": func() any {
			v, ok := mo.Some(42).Get()
			none, no := mo.None[any]().Get()
			return list(list(v, ok), list(none, no))
		},
		"nothing to get": func() any { return mo.None[int]().MustGet() },
		"map": func() any {
			return list(
				mo.Some(42).Map(func(v int) (int, bool) { return v * 2, true }).MustGet(),
				mo.Some(42).Map(func(int) (int, bool) { return 0, false }).IsPresent(),
				mo.Some(42).FlatMap(func(v int) mo.Option[int] { return mo.Some(v + 1) }).OrEmpty())
		},
		"match": func() any {
			match := func(o mo.Option[int]) int {
				return o.Match(func(v int) (int, bool) { return v + 1, true }, func() (int, bool) { return -1, true }).OrEmpty()
			}
			return list(match(mo.Some(42)), match(mo.None[int]()))
		},
		"for each": func() any {
			seen := []string{}
			add := func(v string) { seen = append(seen, v) }
			mo.Some("v").ForEach(add)
			mo.None[string]().ForEach(add)
			return seen
		},
		"json": func() any {
			var o mo.Option[string]
			if err := json.Unmarshal([]byte(`"x"`), &o); err != nil {
				return failure{err}
			}
			return list(o.OrEmpty(), must(mo.Some("y").MarshalJSON()))
		},
		"result": func() any {
			return list(mo.Ok(42).OrElse(7), mo.Err[int](boom).OrElse(7), mo.Err[int](boom).IsError())
		},
		"the error": func() any {
			return list(mo.Err[int](boom).Error(), mo.Errf[int]("no %s", "x").Error(), mo.Ok(1).Error())
		},
		"get of an error": func() any { return try(mo.Err[int](boom).Get()) },
		"try": func() any {
			return list(mo.Try(func() (int, error) { return 7, nil }).MustGet(), mo.Try(func() (int, error) { return 0, errors.New("bad") }).Error())
		},
		"recover": func() any {
			return mo.Err[int](boom).MapErr(func(e error) (int, error) { return len(e.Error()), nil }).MustGet()
		},
		"either": func() any {
			left := mo.Left[string, int]("l")
			value, _ := mo.Left[int, int](5).Unpack()
			return list(left.IsLeft(), left.LeftOrElse("x"), left.Swap().IsRight(), value)
		},
		"either match": func() any {
			return mo.Right[int](5).Match(
				func(l int) mo.Either[int, int] { return mo.Left[int, int](l) },
				func(r int) mo.Either[int, int] { return mo.Right[int](r + 1) }).MustRight()
		},
		"pipe": func() any {
			return option.Pipe2(mo.Some(21),
				option.Map(func(x int) int { return x * 2 }),
				option.FlatMap(func(x int) mo.Option[string] { return mo.Some(fmt.Sprint("r", x)) })).OrEmpty()
		},
		"pipe of results": func() any {
			return results.Pipe2(mo.Ok(21),
				results.Map(func(x int) int { return x * 2 }),
				results.FlatMap(func(x int) mo.Result[string] { return mo.Err[string](fmt.Errorf("no %d", x)) })).Error()
		},
		"state": func() any {
			r, s := mo.NewState(func(s int) (string, int) { return fmt.Sprint("r", s), s + 1 }).Run(1)
			_, put := mo.NewState(func(s int) (string, int) { return "x", s }).Put(9).Run(1)
			return list(list(r, s), put)
		},
		"fold": func() any {
			number := func(f mo.Foldable[error, int]) any {
				return mo.Fold(f, func(v int) any { return v + 1 }, func(err error) any { return err.Error() })
			}
			text := func(f mo.Foldable[error, string]) any {
				return mo.Fold(f, func(v string) any { return v }, func(error) any { return "none" })
			}
			either := func(f mo.Foldable[string, int]) any {
				return mo.Fold(f, func(right int) any { return right + 1 }, func(left string) any { return left })
			}
			return list(
				number(mo.Ok(2)), number(mo.Err[int](errors.New("bad"))), text(mo.Some("s")), text(mo.None[string]()),
				either(mo.Left[string, int]("l")), either(mo.Right[string](1)))
		},
		"task": func() any {
			f := mo.NewFuture(func(resolve func(int), _ func(error)) { resolve(5) })
			return try(mo.NewTask(func() *mo.Future[int] { return f }).Run().Collect())
		},
		"task of one argument": func() any {
			return try(mo.NewTask1(func(a int) *mo.Future[int] {
				return mo.NewFuture(func(resolve func(int), _ func(error)) { resolve(a + 1) })
			}).Run(4).Collect())
		},
		"io": func() any {
			return list(mo.NewIO(func() int { return 5 }).Run(), mo.NewIO2(func(a, b int) int { return a * b }).Run(3, 4))
		},
		"io that fails": func() any {
			return mo.NewIOEither(func() (int, error) { return 0, errors.New("io") }).Run().MustLeft()
		},
		"rejected future": func() any {
			_, err := mo.NewFuture(func(_ func(int), reject func(error)) { reject(errors.New("no")) }).Collect()
			return err
		},
		"equal": func() any {
			return list(mo.Some[any](1).Equal(mo.Some[any](1)), mo.Some[any](1).Equal(mo.Some[any]("1")))
		},
	}
}
