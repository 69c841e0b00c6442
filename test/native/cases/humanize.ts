import { group } from '../group.ts';

const start = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));

group('humanize', ['github.com/dustin/go-humanize'], ([humanize]) => ({
  bytes: () => humanize.Bytes(82854982),
  ibytes: () => humanize.IBytes(82854982n),
  'bytes of max': () => humanize.Bytes(18446744073709551615n),
  'parse bytes': () => humanize.ParseBytes('42 MB'),
  'parse bytes bad': () => humanize.ParseBytes('42 zonks'),
  'big bytes': () => humanize.BigBytes(123456789012345678901234567890n),
  'parse big bytes': () => humanize.ParseBigBytes('10 YB'),
  comma: () => humanize.Comma(-6582491),
  'comma min int64': () => humanize.Comma(-9223372036854775808n),
  commaf: () => humanize.Commaf(834142.32),
  ftoa: () => humanize.Ftoa(2.5),
  ordinals: () => [humanize.Ordinal(1), humanize.Ordinal(112), humanize.Ordinal(193)],
  'format float': () => humanize.FormatFloat('#,###.##', 12345.6789),
  'format integer': () => humanize.FormatInteger('#.###,', 12345678),
  si: () => humanize.SI(2.2345e-12, 'F'),
  'compute si': () => humanize.ComputeSI(0.00000000223),
  'parse si': () => [...humanize.ParseSI('2.2345 pF'), null],
  'rel time': () => humanize.RelTime(start, new Date(start.getTime() + 90 * 60_000), 'earlier', 'later'),
  constants: () => [humanize.MiByte, humanize.EByte, humanize.Day, humanize.LongTime],
}));
