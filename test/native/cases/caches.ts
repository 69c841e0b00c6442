import { group } from '../group.ts';

const lruSpecs = [
  'github.com/hashicorp/golang-lru/v2',
  'github.com/hashicorp/golang-lru/v2/expirable',
  'github.com/hashicorp/golang-lru/v2/simplelru',
];
group('lru', lruSpecs, ([lru, expirable, simplelru]) => {
  const filled = (size: number, pairs: Record<string, unknown>) => {
    const cache = lru.New(size);
    for (const [key, value] of Object.entries(pairs)) cache.Add(key, value);
    return cache;
  };
  return {
    'evicts the oldest': () => {
      const cache = filled(2, { a: 1, b: 2 });
      return [cache.Add('c', 3), cache.Len(), cache.Get('a'), cache.Get('b'), cache.Keys(), cache.Values()];
    },
    'objects as values': () => filled(2, { a: { x: [1, 'y'] } }).Get('a'),
    peek: () => {
      const cache = filled(2, { a: 1, b: 2 });
      return [cache.Peek('a'), cache.Contains('a'), cache.Contains('c'), cache.Keys()];
    },
    remove: () => {
      const cache = filled(3, { a: 1, b: 2, c: 3 });
      return [cache.Remove('b'), cache.Remove('b'), cache.RemoveOldest(), cache.GetOldest(), cache.Keys()];
    },
    'tells what it evicts': () => {
      const evicted: unknown[] = [];
      const cache = lru.NewWithEvict(1, (key: string, value: number) => evicted.push([key, value]));
      cache.Add('a', 1);
      cache.Add('b', 2);
      cache.Purge();
      return evicted;
    },
    'contains or adds': () => {
      const cache = lru.New(2);
      return [cache.ContainsOrAdd('a', 1), cache.ContainsOrAdd('a', 2), cache.PeekOrAdd('a', 3)];
    },
    resize: () => {
      const cache = filled(3, { a: 1, b: 2, c: 3 });
      return [cache.Resize(1), cache.Keys()];
    },
    'no size': () => lru.New(-1),
    'numbers as keys': () => {
      const cache = lru.New2Q(4);
      for (let i = 1; i <= 5; i++) cache.Add(i, i * i);
      return [cache.Get(5), cache.Len(), cache.Contains(1), cache.Keys()];
    },
    'adaptive sizes': () => {
      const cache = lru.New2QParams(4, 0.5, 0.25);
      for (const key of ['a', 'b', 'a', 'c']) cache.Add(key, key);
      return [cache.Get('a'), cache.Keys()];
    },
    expirable: () => {
      const cache = expirable.NewLRU(5, null, 3_600_000);
      cache.Add('key', 'value');
      return [cache.Get('key'), cache.Get('other'), cache.Len()];
    },
    simple: () => {
      const evicted: string[] = [];
      const cache = simplelru.NewLRU(2, (key: string) => evicted.push(key));
      for (const key of ['a', 'b', 'c']) cache.Add(key, key.length);
      return [cache.GetOldest(), cache.RemoveOldest(), cache.Len(), evicted];
    },
  };
});

group('ristretto', ['github.com/dgraph-io/ristretto/v2', 'github.com/dgraph-io/ristretto/v2/z'], ([ristretto, z]) => {
  const cache = (config: object, use: (cache: any) => unknown) => {
    const made = ristretto.NewCache({ NumCounters: 1000, MaxCost: 100, BufferItems: 64, ...config });
    try {
      return use(made);
    } finally {
      made.Close();
    }
  };
  return {
    'set and get': () =>
      cache({}, (c) => {
        const set = c.Set('key', { deep: [1] }, 1);
        c.Wait();
        return [set, c.Get('key'), c.Get('other')];
      }),
    metrics: () =>
      cache({ Metrics: true }, (c) => {
        c.Set('key', 1, 5);
        c.Wait();
        c.Get('key');
        c.Get('other');
        return [c.Metrics.Hits(), c.Metrics.Misses(), c.Metrics.Ratio(), c.Metrics.CostAdded()];
      }),
    'the hash is a function': () => {
      const asked: unknown[] = [];
      const KeyToHash = (key: string) => {
        asked.push(key);
        return [BigInt(key.length), 0n];
      };
      const got = cache({ KeyToHash }, (c) => {
        c.Set('key', 'value', 1);
        c.Wait();
        return [c.Get('yek'), c.Get('keys')];
      });
      return [asked, got];
    },
    'should it update': () => {
      const asked: unknown[] = [];
      const ShouldUpdate = (next: number, last: number) => {
        asked.push([next, last]);
        return next > last;
      };
      const got = cache({ ShouldUpdate }, (c) => {
        c.Set('key', 5, 1);
        c.Wait();
        c.Set('key', 4, 1);
        c.Wait();
        return c.Get('key');
      });
      return [asked, got];
    },
    'too dear': () =>
      cache({}, (c) => {
        c.Set('key', 'value', 101);
        c.Wait();
        return c.Get('key');
      }),
    'time to live': () =>
      cache({}, (c) => {
        c.SetWithTTL('key', 'value', 1, 3_600_000);
        c.Wait();
        const [ttl, found] = c.GetTTL('key');
        return [ttl > 3_000_000, found, c.GetTTL('other')];
      }),
    clear: () =>
      cache({}, (c) => {
        c.Set('key', 'value', 1);
        c.Wait();
        c.Clear();
        return [c.Get('key'), c.MaxCost()];
      }),
    'no counters': () => ristretto.NewCache({}),
    'no cost': () => ristretto.NewCache({ NumCounters: 10 }),
    bloom: () => {
      const filter = z.NewBloomFilter(1000, 0.01);
      filter.Add(5);
      return [filter.Has(5), filter.Has(6), filter.AddIfNotHas(5), filter.AddIfNotHas(6)];
    },
    buffer: () => {
      const buffer = z.NewBuffer(16, 'test');
      try {
        return [buffer.Write('hello'), buffer.LenNoPadding(), buffer.Bytes(), buffer.IsEmpty()];
      } finally {
        buffer.Release();
      }
    },
    'hash of bytes': () => [z.MemHashString('abc') === z.MemHash('abc'), z.KeyToHash(5n)],
  };
});
