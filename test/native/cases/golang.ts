import { lend } from '../../../runtime/index.ts';
import { group } from '../group.ts';

const textSpecs = ['cases', 'language', 'unicode/norm', 'width'].map((p) => `golang.org/x/text/${p}`);
group('x/text', textSpecs, ([cases, language, norm, width]) => ({
  title: () => cases.Title(language.English).String('hello wORLD'),
  turkish: () => cases.Upper(language.Turkish).String('istanbul'),
  compose: () => norm.NFC.String('Ame\u0301lie'),
  decompose: () => norm.NFD.Bytes('Amélie'),
  'is normal': () => [norm.NFC.IsNormalString('Amélie'), norm.NFD.IsNormalString('Amélie')],
  fold: () => width.Narrow.String('ＡＢＣ'),
  'parse tag': () => language.Parse('de-latn-de').String(),
  'bad tag': () => language.Parse('xx-yyyyyyyyyyy'),
  base: () =>
    language
      .Parse('zh-Hant-TW')
      .Base()
      .map((part: object) => part.toString()),
  matcher: () => {
    const matcher = language.NewMatcher([language.English, language.German]);
    const [tag, index, confidence] = matcher.Match(language.MustParse('de-CH'));
    return [tag.String(), index, confidence.String()];
  },
}));

const cryptoSpecs = ['bcrypt', 'blake2b', 'sha3'].map((p) => `golang.org/x/crypto/${p}`);
group('x/crypto', cryptoSpecs, ([bcrypt, blake2b, sha3]) => ({
  blake2b: () => blake2b.Sum256('abc'),
  sha3: () => sha3.Sum256('abc'),
  shake: () => {
    const out = new Uint8Array(8);
    sha3.ShakeSum128(lend(out), 'abc');
    return out;
  },
  'bcrypt matches': () =>
    bcrypt.CompareHashAndPassword('$2a$04$VvxZ0vq1VNsBIAyCPvQcWOX4L1TSpuCPKPlTbPUcMEYBBTxLDLCye', 'nope'),
  'bcrypt cost': () => bcrypt.Cost('$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'),
  'bcrypt long': () => bcrypt.GenerateFromPassword(new Uint8Array(73), 4),
  'bcrypt length': () => bcrypt.GenerateFromPassword('x', 4).length,
  'hash object': () => {
    const hash = sha3.New224();
    hash.Write('ab');
    hash.Write('c');
    return [hash.Sum(null), hash.Size(), hash.BlockSize()];
  },
  'key size': () => blake2b.New256(new Uint8Array(65)),
  reset: () => {
    const hash = sha3.New256();
    hash.Write('zzz');
    hash.Reset();
    return hash.Sum(new Uint8Array([1]));
  },
}));

const netSpecs = ['html', 'http/httpguts', 'idna', 'publicsuffix'].map((p) => `golang.org/x/net/${p}`);
group('x/net', [...netSpecs, 'strings'], ([html, httpguts, idna, publicsuffix, strings]) => ({
  'to ascii': () => idna.ToASCII('bücher.example'),
  'to unicode': () => idna.ToUnicode('xn--bcher-kva.example'),
  'lookup refuses': () => idna.Lookup.ToASCII('a_b.example'),
  'public suffix': () => publicsuffix.PublicSuffix('www.books.amazon.co.uk'),
  'etld plus one': () => publicsuffix.EffectiveTLDPlusOne('a.b.example.com'),
  'no etld': () => publicsuffix.EffectiveTLDPlusOne('com'),
  escape: () => [html.EscapeString('<a href="x">&'), html.UnescapeString('&lt;&eacute;&amp;')],
  header: () => [httpguts.ValidHeaderFieldName('X-A'), httpguts.ValidHeaderFieldValue('a\n')],
  'html tree': () => {
    const p = html.Parse(strings.NewReader('<p class=a>x<b>y</b>')).FirstChild.LastChild.FirstChild;
    return [p.Data, p.Attr, p.FirstChild.Data, p.LastChild.Data, p.Type === html.ElementNode];
  },
  tokens: () => {
    const z = html.NewTokenizer(strings.NewReader('<i>x</i>'));
    const next = () => z.Next().String();
    return [next(), next(), z.Text(), next(), next(), z.Err()];
  },
  render: () => {
    const out = new strings.Builder();
    html.Render(out, html.Parse(strings.NewReader('<p>1<p>2')));
    return [null, out.String()];
  },
}));

const memorySpecs = ['encoding/binary', 'unicode/utf8', 'strings', 'math/rand', 'encoding/hex'];
group('memory', memorySpecs, ([binary, utf8, strings, rand, hex]) => ({
  'a varint': () => {
    const buf = new Uint8Array(10);
    return [binary.PutUvarint(lend(buf), 2n ** 63n), buf];
  },
  'a rune': () => {
    const buf = new Uint8Array(4);
    return [utf8.EncodeRune(lend(buf), '€'.codePointAt(0)), buf];
  },
  'a reader': () => {
    const [buf, reader] = [new Uint8Array(4), strings.NewReader('hello')];
    return [reader.Read(lend(buf)), buf.slice(), reader.Read(lend(buf)), buf];
  },
  'random bytes': () => {
    const buf = new Uint8Array(8);
    return [rand.New(rand.NewSource(1)).Read(lend(buf)), buf];
  },
  'an error': () => {
    const buf = new Uint8Array(4);
    try {
      hex.Decode(lend(buf), 'abcx');
    } catch {}
    return buf;
  },
  numbers: () => {
    const data = new Uint16Array(2);
    return [binary.Decode(Uint8Array.of(1, 2, 3, 4), binary.LittleEndian, lend(data)), data];
  },
}));
