import { group } from '../group.ts';

group('decimal', ['github.com/shopspring/decimal'], ([decimal]) => ({
  'exact sum': () => decimal.NewFromString('0.1').Add(decimal.NewFromString('0.2')).String(),
  product: () => decimal.NewFromInt(12345678901).Mul(decimal.NewFromFloat(1.5)).String(),
  division: () => decimal.NewFromInt(1).Div(decimal.NewFromInt(3)).String(),
  'div round': () => decimal.NewFromInt(2).DivRound(decimal.NewFromInt(3), 4).String(),
  'quo rem': () => {
    const [q, r] = decimal.NewFromInt(17).QuoRem(decimal.NewFromInt(5), 0);
    return [q.String(), r.String()];
  },
  'division by 0': () => decimal.NewFromInt(1).Div(decimal.Zero).String(),
  'not a number': () => decimal.NewFromString('1.2.3'),
  round: () => decimal.NewFromString('5.45').Round(1).String(),
  bank: () => decimal.NewFromString('545').RoundBank(-1).String(),
  fixed: () => decimal.NewFromFloat(5.4).StringFixed(3),
  cash: () => decimal.NewFromFloat(3.43).RoundCash(5).String(),
  compare: () => {
    const [a, b] = [decimal.New(100, -2), decimal.NewFromInt(1)];
    return [a.Cmp(b), a.Equal(b), a.LessThan(b)];
  },
  parts: () => {
    const d = decimal.New(-123n, -1);
    return [d.Coefficient(), d.Exponent(), d.Sign(), d.IsInteger()];
  },
  'int part': () => decimal.NewFromString('9007199254740993.5').IntPart(),
  'big int': () => decimal.NewFromString('123456789012345678901234567890').BigInt(),
  'exact float': () => decimal.NewFromString('0.5').Float64(),
  power: () => decimal.NewFromInt(2).Pow(decimal.NewFromInt(100)).String(),
  'sum of many': () => decimal.Sum(decimal.NewFromInt(1), decimal.NewFromInt(2), decimal.NewFromFloat(0.5)).String(),
  max: () => decimal.Max(decimal.NewFromInt(1), decimal.NewFromInt(3), decimal.NewFromInt(2)).String(),
}));
