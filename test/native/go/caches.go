//go:build full

package main

import (
	"time"

	"github.com/dgraph-io/ristretto/v2"
	"github.com/dgraph-io/ristretto/v2/z"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/expirable"
	"github.com/hashicorp/golang-lru/v2/simplelru"
)

func init() {
	two := func(v any, ok bool) any { return list(v, ok) }
	three := func(k, v any, ok bool) any { return list(k, v, ok) }
	filled := func(size int, pairs ...any) *lru.Cache[string, any] {
		cache := must(lru.New[string, any](size))
		for i := 0; i < len(pairs); i += 2 {
			cache.Add(pairs[i].(string), pairs[i+1])
		}
		return cache
	}
	groups["lru"] = group{
		"evicts the oldest": func() any {
			c := filled(2, "a", 1, "b", 2)
			return list(c.Add("c", 3), c.Len(), two(c.Get("a")), two(c.Get("b")), c.Keys(), c.Values())
		},
		"objects as values": func() any {
			return two(filled(2, "a", map[string]any{"x": []any{1, "y"}}).Get("a"))
		},
		"peek": func() any {
			c := filled(2, "a", 1, "b", 2)
			return list(two(c.Peek("a")), c.Contains("a"), c.Contains("c"), c.Keys())
		},
		"remove": func() any {
			c := filled(3, "a", 1, "b", 2, "c", 3)
			b, again := c.Remove("b"), c.Remove("b")
			k, v, ok := c.RemoveOldest()
			oldest, value, found := c.GetOldest()
			return list(b, again, three(k, v, ok), three(oldest, value, found), c.Keys())
		},
		"tells what it evicts": func() any {
			evicted := []any{}
			c := must(lru.NewWithEvict(1, func(k string, v int) { evicted = append(evicted, list(k, v)) }))
			c.Add("a", 1)
			c.Add("b", 2)
			c.Purge()
			return evicted
		},
		"contains or adds": func() any {
			c := must(lru.New[string, int](2))
			a, evicted := c.ContainsOrAdd("a", 1)
			again, evictedAgain := c.ContainsOrAdd("a", 2)
			v, ok, e := c.PeekOrAdd("a", 3)
			return list(list(a, evicted), list(again, evictedAgain), list(v, ok, e))
		},
		"resize":  func() any { c := filled(3, "a", 1, "b", 2, "c", 3); return list(c.Resize(1), c.Keys()) },
		"no size": func() any { return try(lru.New[int, int](-1)) },
		"numbers as keys": func() any {
			c := must(lru.New2Q[int, int](4))
			for i := 1; i <= 5; i++ {
				c.Add(i, i*i)
			}
			v, ok := c.Get(5)
			return list(list(v, ok), c.Len(), c.Contains(1), c.Keys())
		},
		"adaptive sizes": func() any {
			c := must(lru.New2QParams[string, string](4, 0.5, 0.25))
			for _, key := range []string{"a", "b", "a", "c"} {
				c.Add(key, key)
			}
			v, ok := c.Get("a")
			return list(list(v, ok), c.Keys())
		},
		"expirable": func() any {
			c := expirable.NewLRU[string, any](5, nil, time.Hour)
			c.Add("key", "value")
			return list(two(c.Get("key")), two(c.Get("other")), c.Len())
		},
		"simple": func() any {
			evicted := []string{}
			c := must(simplelru.NewLRU(2, func(key string, _ int) { evicted = append(evicted, key) }))
			for _, key := range []string{"a", "b", "c"} {
				c.Add(key, len(key))
			}
			k, v, ok := c.GetOldest()
			removed, value, was := c.RemoveOldest()
			return list(list(k, v, ok), list(removed, value, was), c.Len(), evicted)
		},
	}
	cache := func(change func(*ristretto.Config[string, any]), use func(*ristretto.Cache[string, any]) any) any {
		config := ristretto.Config[string, any]{NumCounters: 1000, MaxCost: 100, BufferItems: 64}
		change(&config)
		made := must(ristretto.NewCache(&config))
		defer made.Close()
		return use(made)
	}
	plain := func(*ristretto.Config[string, any]) {}
	groups["ristretto"] = group{
		"set and get": func() any {
			return cache(plain, func(c *ristretto.Cache[string, any]) any {
				set := c.Set("key", map[string]any{"deep": []any{1}}, 1)
				c.Wait()
				return list(set, two(c.Get("key")), two(c.Get("other")))
			})
		},
		"metrics": func() any {
			return cache(func(config *ristretto.Config[string, any]) { config.Metrics = true }, func(c *ristretto.Cache[string, any]) any {
				c.Set("key", 1, 5)
				c.Wait()
				c.Get("key")
				c.Get("other")
				return list(c.Metrics.Hits(), c.Metrics.Misses(), c.Metrics.Ratio(), c.Metrics.CostAdded())
			})
		},
		"the hash is a function": func() any {
			asked := []any{}
			got := cache(func(config *ristretto.Config[string, any]) {
				config.KeyToHash = func(k string) (uint64, uint64) { asked = append(asked, k); return uint64(len(k)), 0 }
			}, func(c *ristretto.Cache[string, any]) any {
				c.Set("key", "value", 1)
				c.Wait()
				return list(two(c.Get("yek")), two(c.Get("keys")))
			})
			return list(asked, got)
		},
		"should it update": func() any {
			asked := []any{}
			got := cache(func(config *ristretto.Config[string, any]) {
				config.ShouldUpdate = func(next, last any) bool {
					asked = append(asked, list(next, last))
					return next.(int) > last.(int)
				}
			}, func(c *ristretto.Cache[string, any]) any {
				c.Set("key", 5, 1)
				c.Wait()
				c.Set("key", 4, 1)
				c.Wait()
				return two(c.Get("key"))
			})
			return list(asked, got)
		},
		"too dear": func() any {
			return cache(plain, func(c *ristretto.Cache[string, any]) any {
				c.Set("key", "value", 101)
				c.Wait()
				return two(c.Get("key"))
			})
		},
		"time to live": func() any {
			return cache(plain, func(c *ristretto.Cache[string, any]) any {
				c.SetWithTTL("key", "value", 1, time.Hour)
				c.Wait()
				ttl, found := c.GetTTL("key")
				none, other := c.GetTTL("other")
				return list(ttl > 50*time.Minute, found, list(none, other))
			})
		},
		"clear": func() any {
			return cache(plain, func(c *ristretto.Cache[string, any]) any {
				c.Set("key", "value", 1)
				c.Wait()
				c.Clear()
				return list(two(c.Get("key")), c.MaxCost())
			})
		},
		"no counters": func() any { return try(ristretto.NewCache(&ristretto.Config[string, any]{})) },
		"no cost":     func() any { return try(ristretto.NewCache(&ristretto.Config[string, any]{NumCounters: 10})) },
		"bloom": func() any {
			filter := z.NewBloomFilter(1000, 0.01)
			filter.Add(5)
			return list(filter.Has(5), filter.Has(6), filter.AddIfNotHas(5), filter.AddIfNotHas(6))
		},
		"buffer": func() any {
			b := z.NewBuffer(16, "test")
			defer b.Release()
			return list(must(b.Write([]byte("hello"))), b.LenNoPadding(), b.Bytes(), b.IsEmpty())
		},
		"hash of bytes": func() any {
			key, conflict := z.KeyToHash(int64(5))
			return list(z.MemHashString("abc") == z.MemHash([]byte("abc")), list(key, conflict))
		},
	}
}
