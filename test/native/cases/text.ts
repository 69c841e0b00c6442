import { group } from '../group.ts';

group('slug', ['github.com/gosimple/slug'], ([slug]) => ({
  make: () => slug.Make('Hellö Wörld хелло ворлд'),
  'make in lang': () => slug.MakeLang('Diese & Dass', 'de'),
  english: () => slug.MakeLang('This & that @ home', 'en'),
  'is slug': () => [slug.IsSlug('a-b'), slug.IsSlug('A b')],
  substitute: () => slug.Substitute('water is hot', { hot: 'nice' }),
  truncates: () => {
    slug.MaxLength = 8;
    try {
      return slug.Make('one two three');
    } finally {
      slug.MaxLength = 0;
    }
  },
  'lower case': () => {
    slug.Lowercase = false;
    try {
      return slug.Make('One Two');
    } finally {
      slug.Lowercase = true;
    }
  },
  empty: () => slug.Make(''),
  'rune mapping': () => slug.SubstituteRune('aöb', new Map([['ö'.codePointAt(0), 'oe']])),
}));

const rune = (text: string) => text.codePointAt(0);

group('runewidth', ['github.com/mattn/go-runewidth'], ([runewidth]) => ({
  string: () => ['つのだ☆HIRO', 'abc', ''].map((text) => runewidth.StringWidth(text)),
  rune: () => [runewidth.RuneWidth(rune('世')), runewidth.RuneWidth(rune('a')), runewidth.RuneWidth(0)],
  truncate: () => runewidth.Truncate('つのだ☆HIRO', 6, '…'),
  wrap: () => runewidth.Wrap('東京特許許可局局長', 8),
  fill: () => [runewidth.FillLeft('あ', 4), runewidth.FillRight('あ', 4)],
  condition: () => {
    const condition = runewidth.NewCondition();
    condition.EastAsianWidth = true;
    return [condition.RuneWidth(rune('☆')), condition.StringWidth('☆☆')];
  },
  ambiguous: () => [runewidth.IsAmbiguousWidth(rune('☆')), runewidth.IsNeutralWidth(rune('☆'))],
}));

group('ulid', ['github.com/oklog/ulid/v2'], ([ulid]) => {
  const at = new Date(Date.UTC(2026, 10, 21, 12, 0, 0, 123));
  const parse = () => ulid.Parse('01ARZ3NDEKTSV4RRFFQ69G5FAV');
  return {
    parse: () => parse().String(),
    time: () => parse().Time(),
    bytes: () => parse().Bytes(),
    entropy: () => parse().Entropy(),
    refuses: () => ulid.Parse('01ARZ'),
    strict: () => ulid.ParseStrict('01ARZ3NDEKTSV4RRFFQ69G5FA!'),
    milliseconds: () => [ulid.Timestamp(at), ulid.MaxTime()],
    'back to time': () => ulid.Time(ulid.Timestamp(at)),
    sentinels: () => [ulid.ErrDataSize, ulid.ErrBigTime],
    compare: () => {
      const later = ulid.Parse('01BX5ZZKBKACTAV9WEVGEMMVRZ');
      return [parse().Compare(later), later.Compare(parse())];
    },
  };
});

group('difflib', ['github.com/pmezard/go-difflib/difflib'], ([difflib]) => ({
  'split lines': () => difflib.SplitLines('a\nb\nc'),
  ratio: () => difflib.NewMatcher(['a', 'b', 'c'], ['a', 'x', 'c']).Ratio(),
  'op codes': () => difflib.NewMatcher(['a', 'b', 'c'], ['a', 'x', 'c', 'd']).GetOpCodes(),
  blocks: () => difflib.NewMatcher(['a', 'b'], ['b']).GetMatchingBlocks(),
  grouped: () => difflib.NewMatcher(['a', 'b'], ['a', 'c']).GetGroupedOpCodes(1),
  unified: () =>
    difflib.GetUnifiedDiffString({
      A: difflib.SplitLines('a\nb\n'),
      B: difflib.SplitLines('a\nc\n'),
      FromFile: 'Old',
      ToFile: 'New',
      Context: 3,
    }),
  context: () =>
    difflib.GetContextDiffString({
      A: difflib.SplitLines('a\nb\n'),
      B: difflib.SplitLines('c\n'),
      FromFile: 'Old',
      ToFile: 'New',
      Context: 1,
      Eol: '\n',
    }),
  'no difference': () => difflib.GetUnifiedDiffString({ A: ['x'], B: ['x'] }),
}));

group('pkg/errors', ['github.com/pkg/errors'], ([errors]) => {
  // What makes an error here returns it; called as a function whose last result is an error, it throws it.
  const made = (make: () => unknown) => {
    try {
      return make() ?? null;
    } catch (error) {
      return error;
    }
  };
  const root = new Error('root');
  const wrapped = (error: unknown, message: string) => made(() => errors.Wrap(error, message));
  return {
    new: () => errors.New('lost'),
    wrap: () =>
      errors.Wrap(
        made(() => errors.New('lost')),
        'reading',
      ),
    'wrap nil': () => made(() => errors.Wrap(null, 'reading')),
    message: () => errors.WithMessage(new Error('plain'), 'outer'),
    cause: () => made(() => errors.Cause(wrapped(root, 'a'))),
    'unwrap twice': () => made(() => errors.Unwrap(made(() => errors.Unwrap(wrapped(root, 'a'))))),
    is: () => {
      const lost = made(() => errors.New('lost'));
      return [errors.Is(wrapped(lost, 'a'), lost), errors.Is(lost, new Error('lost'))];
    },
  };
});
