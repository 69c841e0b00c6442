import { group } from '../group.ts';

group('phonenumbers', ['github.com/nyaruka/phonenumbers'], ([phone]) => ({
  format: () => phone.Format(phone.Parse('6502530000', 'US'), phone.NATIONAL),
  e164: () => phone.Format(phone.Parse('044 668 18 00', 'CH'), phone.E164),
  valid: () => {
    const number = phone.Parse('+442083661177', '');
    return [phone.IsValidNumber(number), phone.GetRegionCodeForNumber(number)];
  },
  parts: () => {
    const number = phone.Parse('+41446681800', '');
    return [number.GetCountryCode(), number.GetNationalNumber()];
  },
  refuses: () => phone.Parse('hello', 'US'),
  'no country': () => phone.Parse('123456', ''),
  country: () => phone.GetCountryCodeForRegion('NZ'),
  normalize: () => phone.NormalizeDigitsOnly('034-56&+#2'),
}));

const geoSpecs = ['r3', 's1', 's2'].map((p) => `github.com/golang/geo/${p}`);
group('geo', geoSpecs, ([r3, s1, s2]) => {
  const at = (lat: number, lng: number) => s2.LatLngFromDegrees(lat, lng);
  return {
    distance: () => at(37.7, -122.4).Distance(at(34.0, -118.2)).Degrees(),
    cell: () => s2.CellIDFromLatLng(at(37.7, -122.4)),
    token: () => s2.CellIDFromLatLng(at(37.7, -122.4)).ToToken(),
    level: () => {
      const id = s2.CellIDFromToken('808f7e');
      return [id.Level(), id.IsValid(), id.Parent(5).ToToken(), id.String()];
    },
    vector: () => {
      const v = new r3.Vector({ X: 1, Y: 2, Z: 2 });
      return [v.Norm(), v.Cross({ X: 1 }).String()];
    },
    angle: () => [new s1.Angle(3.5).Degrees(), new s1.Angle(1).String()],
    contains: () => {
      const rect = s2.RectFromLatLng(at(0, 0)).AddPoint(at(10, 10));
      return [rect.ContainsLatLng(at(5, 5)), rect.ContainsLatLng(at(15, 5))];
    },
    neighbors: () =>
      s2
        .CellIDFromToken('808f7e')
        .EdgeNeighbors()
        .map((id: { ToToken(): string }) => id.ToToken()),
  };
});

group('roaring', ['github.com/RoaringBitmap/roaring/v2', 'bytes'], ([roaring, bytes]) => ({
  members: () => {
    const bitmap = roaring.BitmapOf(1, 2, 3, 1000);
    return [bitmap.ToArray(), bitmap.GetCardinality(), bitmap.Contains(3), bitmap.Contains(4)];
  },
  and: () => roaring.And(roaring.BitmapOf(1, 2, 3), roaring.BitmapOf(2, 3, 4)).ToArray(),
  'in place': () => {
    const bitmap = roaring.BitmapOf(1);
    bitmap.Or(roaring.BitmapOf(9));
    bitmap.Add(5);
    bitmap.Remove(1);
    return bitmap.String();
  },
  range: () => {
    const bitmap = roaring.New();
    bitmap.AddRange(10, 1_000_000);
    return [bitmap.GetCardinality(), bitmap.Minimum(), bitmap.Maximum()];
  },
  select: () => roaring.BitmapOf(5, 7).Select(1),
  'no select': () => roaring.BitmapOf(5, 7).Select(2),
  bytes: () => {
    const raw = roaring.BitmapOf(1, 70000).ToBytes();
    const bitmap = roaring.New();
    bitmap.FromBuffer(raw);
    return [raw, bitmap.ToArray()];
  },
  iterator: () => {
    const it = roaring.BitmapOf(4, 8).Iterator();
    return [it.Next(), it.HasNext(), it.Next(), it.HasNext()];
  },
  equals: () => roaring.BitmapOf(1).Rank(1),
  writer: () => {
    const out = new bytes.Buffer();
    return [roaring.BitmapOf(1, 2).WriteTo(out), null, out.Bytes()];
  },
  parallel: () => roaring.ParOr(2, roaring.BitmapOf(1), roaring.BitmapOf(2), roaring.BitmapOf(3)).GetCardinality(),
}));

group('qrcode', ['github.com/skip2/go-qrcode'], ([qrcode]) => ({
  text: () => qrcode.New('https://example.org', qrcode.Medium).ToSmallString(false),
  version: () => qrcode.New('https://example.org', qrcode.Highest).VersionNumber,
  bitmap: () => qrcode.New('x', qrcode.Low).Bitmap(),
  png: () => qrcode.Encode('x', qrcode.Low, 64).subarray(0, 8),
  'too long': () => qrcode.Encode('\0'.repeat(4000), qrcode.Low, 64),
}));

group('excelize', ['github.com/xuri/excelize/v2'], ([excelize]) => ({
  'set and get': () => {
    const file = excelize.NewFile();
    file.SetCellStr('Sheet1', 'B2', 'hi');
    return [null, file.GetCellValue('Sheet1', 'B2')];
  },
  numbers: () => {
    const file = excelize.NewFile();
    file.SetCellInt('Sheet1', 'A1', 20);
    file.SetCellFloat('Sheet1', 'A2', 2.5, 2, 64);
    return file.GetRows('Sheet1');
  },
  formula: () => {
    const file = excelize.NewFile();
    file.SetCellInt('Sheet1', 'A1', 20);
    file.SetCellFormula('Sheet1', 'A3', '=A1*2+1');
    return file.CalcCellValue('Sheet1', 'A3');
  },
  'bad cell': () => excelize.NewFile().SetCellStr('Sheet1', '!', 'x'),
  'no sheet': () => excelize.NewFile().GetCellValue('Nope', 'A1'),
  sheets: () => {
    const file = excelize.NewFile();
    return [file.NewSheet('Two'), file.GetSheetList(), file.GetSheetMap()];
  },
  style: () => excelize.NewFile().NewStyle({ Font: { Bold: true, Color: '#ff0000' }, NumFmt: 2 }),
  'style back': () => {
    const file = excelize.NewFile();
    return file.GetStyle(file.NewStyle({ Font: { Bold: true, Size: 14 } })).Font.Size;
  },
  'column names': () => [...excelize.SplitCellName('AK74'), null],
  coordinates: () => excelize.CoordinatesToCellName(28, 3, true),
  'round trip': () => {
    const file = excelize.NewFile();
    file.SetCellStr('Sheet1', 'A1', 'π ≈ 3.14');
    return excelize.OpenReader(file.WriteToBuffer()).GetCellValue('Sheet1', 'A1');
  },
  properties: () => {
    const file = excelize.NewFile();
    file.SetDocProps({ Creator: 'me', Title: 'T' });
    const { Creator, Title } = file.GetDocProps();
    return [Creator, Title];
  },
  merge: () => {
    const file = excelize.NewFile();
    file.MergeCell('Sheet1', 'A1', 'B2');
    const [cell] = file.GetMergeCells('Sheet1');
    return [cell.GetStartAxis(), cell.GetEndAxis()];
  },
}));
