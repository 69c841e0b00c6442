import { sink } from '../../../runtime/index.ts';
import { group } from '../group.ts';

const orbSpecs = ['', '/planar', '/geo', '/geojson', '/encoding/wkt', '/simplify', '/clip', '/maptile', '/project'].map(
  (name) => `github.com/paulmach/orb${name}`,
);
group('orb', orbSpecs, ([orb, planar, geo, geojson, wkt, simplify, clip, maptile, project]) => {
  const square = [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ];
  const oslo = [10.75, 59.91];
  const rome = [12.5, 41.9];
  return {
    point: () => {
      const point = new orb.Point([1.5, -2]);
      return [point.Lon(), point.Lat(), point.GeoJSONType(), point.Equal([1.5, -2])];
    },
    'length and area': () => [
      planar.Length(
        new orb.LineString([
          [0, 0],
          [3, 4],
          [3, 5],
        ]),
      ),
      planar.Area(new orb.Polygon(square)),
      planar.CentroidArea(new orb.Polygon(square)),
    ],
    'on the globe': () => [
      geo.Distance(oslo, rome),
      geo.Bearing(oslo, rome),
      geo.Midpoint(oslo, rome),
      geo.PointAtBearingAndDistance(oslo, 90, 1000),
    ],
    contains: () => [
      planar.PolygonContains(new orb.Polygon(square), [1, 1]),
      planar.PolygonContains(new orb.Polygon(square), [3, 1]),
      planar.RingContains(new orb.Ring(square[0]), [2, 2]),
    ],
    bound: () => {
      const bound = new orb.MultiPoint([
        [1, 1],
        [2, 5],
      ]).Bound();
      return [bound.Min, bound.Max, bound.Center(), bound.Contains([1.5, 2]), bound.Pad(1).Top(), bound.IsEmpty()];
    },
    wkt: () => [
      wkt.MarshalString(new orb.Point([1, 2.5])),
      wkt.MarshalString(new orb.Polygon(square)),
      wkt.UnmarshalPoint('POINT(1 2)'),
      wkt.Unmarshal('LINESTRING(0 0,1 1)').GeoJSONType(),
    ],
    'no wkt': () => wkt.UnmarshalPoint('LINESTRING(0 0,1 1)'),
    feature: () => {
      const feature = geojson.NewFeature(new orb.Point([1, 2]));
      feature.Properties = { name: 'here', tags: ['a', 1] };
      feature.ID = 'f1';
      const collection = geojson.NewFeatureCollection();
      collection.Append(feature);
      return collection.MarshalJSON();
    },
    'reads geojson': () => {
      const { Features } = geojson.UnmarshalFeatureCollection(
        JSON.stringify({
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [102, 0.5] },
              properties: { name: 'x', n: 1.5, list: [1, null] },
            },
          ],
        }),
      );
      const [{ Geometry, Properties }] = Features;
      return [
        Features.length,
        Geometry,
        Properties.MustString('name'),
        Properties.MustFloat64('n'),
        Properties.MustInt('no', 7),
        Properties.get('list'),
      ];
    },
    'a property of another type': () => geojson.NewFeature(new orb.Point([1, 2])).Properties.MustString('no'),
    'no geojson': () => geojson.UnmarshalGeometry('{"type":"Nowhere"}'),
    simplify: () =>
      wkt.MarshalString(
        simplify.DouglasPeucker(1).Simplify(
          new orb.LineString([
            [0, 0],
            [1, 0.1],
            [2, 0],
            [3, 5],
          ]),
        ),
      ),
    clip: () =>
      wkt.MarshalString(
        clip.Geometry(
          { Min: [0, 0], Max: [1, 1] },
          new orb.LineString([
            [-1, 0.5],
            [2, 0.5],
          ]),
        ),
      ),
    tile: () => {
      const tile = maptile.At(oslo, 5);
      return [tile.X, tile.Y, tile.Z, tile.Quadkey(), tile.Parent().X, tile.Valid(), tile.Center()];
    },
    'a projection of our own': () => [
      project.Point(oslo, project.WGS84.ToMercator),
      wkt.MarshalString(
        project.Geometry(
          new orb.LineString([
            [1, 2],
            [3, 4],
          ]),
          ([x, y]: number[]) => [x! * 10, -y!],
        ),
      ),
    ],
    order: () => {
      const ring = new orb.Ring(square[0]);
      const before = ring.Orientation();
      ring.Reverse();
      return [before, ring.Orientation(), ring.Closed(), [...ring][1]];
    },
  };
});

const imagingSpecs = ['github.com/disintegration/imaging', 'image', 'image/color'];
group('imaging', imagingSpecs, ([imaging, image, color]) => {
  const nrgba = (R: number, G: number, B: number, A = 255) => new color.NRGBA({ R, G, B, A });
  /** An image that JavaScript paints. */
  const gradient = (width: number, height: number) => ({
    ColorModel: () => color.NRGBAModel,
    Bounds: () => image.Rect(0, 0, width, height),
    At: (x: number, y: number) => nrgba(x * 40, y * 60, 7),
  });
  const size = (picture: any) => [picture.Bounds().Dx(), picture.Bounds().Dy()];
  return {
    'an image of our own': () => imaging.Clone(gradient(3, 2)).Pix,
    resize: () => {
      const small = imaging.Resize(gradient(6, 4), 3, 0, imaging.Lanczos);
      return [size(small), small.Pix];
    },
    'a filter of our own': () => {
      const Kernel = (x: number) => (Math.abs(x) < 0.5 ? 1 : 0);
      return imaging.Resize(gradient(4, 2), 2, 1, { Support: 0.5, Kernel }).Pix;
    },
    'fit and fill': () => [
      size(imaging.Fit(gradient(6, 4), 3, 3, imaging.Box)),
      imaging.Fill(gradient(6, 4), 2, 2, imaging.Center, imaging.Linear).Pix,
      size(imaging.Thumbnail(gradient(6, 4), 2, 3, imaging.Box)),
    ],
    crop: () => [
      imaging.Crop(gradient(4, 4), image.Rect(1, 1, 3, 2)).Pix,
      imaging.CropAnchor(gradient(4, 4), 2, 1, imaging.BottomRight).Pix,
    ],
    turn: () => [
      imaging.Rotate90(gradient(3, 2)).Pix,
      imaging.FlipH(gradient(3, 1)).Pix,
      size(imaging.Rotate(gradient(4, 4), 45, color.Transparent)),
    ],
    'a function for each pixel': () =>
      imaging.AdjustFunc(gradient(2, 2), ({ R, G, B, A }: any) => nrgba(B, G, R, A - 1)).Pix,
    adjust: () => [
      imaging.Grayscale(gradient(2, 2)).Pix,
      imaging.Invert(gradient(2, 2)).Pix,
      imaging.AdjustContrast(gradient(2, 2), 20).Pix,
      imaging.AdjustGamma(gradient(2, 2), 0.7).Pix,
    ],
    blur: () => [imaging.Blur(gradient(3, 3), 1.5).Pix, imaging.Sharpen(gradient(3, 3), 0.5).Pix],
    convolve: () => imaging.Convolve3x3(gradient(3, 3), [0, -1, 0, -1, 5, -1, 0, -1, 0], null).Pix,
    histogram: () => imaging.Histogram(gradient(2, 2)),
    paste: () => [
      imaging.PasteCenter(imaging.New(3, 3, color.White), imaging.New(1, 1, color.Black)).Pix,
      imaging.Overlay(gradient(2, 2), imaging.New(2, 2, nrgba(255, 0, 0, 128)), image.Pt(1, 0), 0.5).Pix,
    ],
    'encode and decode': () => {
      const out = sink();
      imaging.Encode(out, gradient(3, 2), imaging.PNG, imaging.PNGCompressionLevel(-3));
      const back = imaging.Decode(out.bytes(), imaging.AutoOrientation(true));
      return [out.bytes(), size(back), back.At(2, 1).RGBA()];
    },
    jpeg: () => {
      const out = sink();
      imaging.Encode(out, imaging.New(8, 8, nrgba(200, 10, 10)), imaging.JPEG, imaging.JPEGQuality(80));
      return out.bytes();
    },
    formats: () => [imaging.FormatFromExtension('jpg').String(), imaging.FormatFromFilename('a.GIF').String()],
    'no such format': () => imaging.FormatFromExtension('xyz'),
    'no image': () => imaging.Decode('nothing of the kind'),
  };
});
