//go:build full

package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"

	"github.com/disintegration/imaging"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/encoding/wkt"
	"github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/maptile"
	"github.com/paulmach/orb/planar"
	"github.com/paulmach/orb/project"
	"github.com/paulmach/orb/simplify"
)

// gradient is an image that is painted here.
type gradient struct{ width, height int }

func (gradient) ColorModel() color.Model   { return color.NRGBAModel }
func (g gradient) Bounds() image.Rectangle { return image.Rect(0, 0, g.width, g.height) }
func (gradient) At(x, y int) color.Color {
	return color.NRGBA{uint8(x * 40), uint8(y * 60), 7, 255}
}

func init() {
	square := func() orb.Ring { return orb.Ring{{0, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 0}} }
	oslo, rome := orb.Point{10.75, 59.91}, orb.Point{12.5, 41.9}
	groups["orb"] = group{
		"point": func() any {
			p := orb.Point{1.5, -2}
			return list(p.Lon(), p.Lat(), p.GeoJSONType(), p.Equal(orb.Point{1.5, -2}))
		},
		"length and area": func() any {
			centroid, area := planar.CentroidArea(orb.Polygon{square()})
			return list(planar.Length(orb.LineString{{0, 0}, {3, 4}, {3, 5}}), planar.Area(orb.Polygon{square()}), list(centroid, area))
		},
		"on the globe": func() any {
			return list(geo.Distance(oslo, rome), geo.Bearing(oslo, rome), geo.Midpoint(oslo, rome), geo.PointAtBearingAndDistance(oslo, 90, 1000))
		},
		"contains": func() any {
			return list(
				planar.PolygonContains(orb.Polygon{square()}, orb.Point{1, 1}),
				planar.PolygonContains(orb.Polygon{square()}, orb.Point{3, 1}),
				planar.RingContains(square(), orb.Point{2, 2}))
		},
		"bound": func() any {
			b := orb.MultiPoint{{1, 1}, {2, 5}}.Bound()
			return list(b.Min, b.Max, b.Center(), b.Contains(orb.Point{1.5, 2}), b.Pad(1).Top(), b.IsEmpty())
		},
		"wkt": func() any {
			return list(
				wkt.MarshalString(orb.Point{1, 2.5}), wkt.MarshalString(orb.Polygon{square()}),
				must(wkt.UnmarshalPoint("POINT(1 2)")), must(wkt.Unmarshal("LINESTRING(0 0,1 1)")).GeoJSONType())
		},
		"no wkt": func() any { return try(wkt.UnmarshalPoint("LINESTRING(0 0,1 1)")) },
		"feature": func() any {
			f := geojson.NewFeature(orb.Point{1, 2})
			f.Properties = geojson.Properties{"name": "here", "tags": []any{"a", 1}}
			f.ID = "f1"
			c := geojson.NewFeatureCollection()
			c.Append(f)
			return must(c.MarshalJSON())
		},
		"reads geojson": func() any {
			c := must(geojson.UnmarshalFeatureCollection([]byte(`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[102,0.5]},"properties":{"name":"x","n":1.5,"list":[1,null]}}]}`)))
			f := c.Features[0]
			return list(len(c.Features), f.Geometry, f.Properties.MustString("name"), f.Properties.MustFloat64("n"), f.Properties.MustInt("no", 7), f.Properties["list"])
		},
		"a property of another type": func() any { return geojson.NewFeature(orb.Point{1, 2}).Properties.MustString("no") },
		"no geojson":                 func() any { return try(geojson.UnmarshalGeometry([]byte(`{"type":"Nowhere"}`))) },
		"simplify": func() any {
			return wkt.MarshalString(simplify.DouglasPeucker(1).Simplify(orb.LineString{{0, 0}, {1, 0.1}, {2, 0}, {3, 5}}))
		},
		"clip": func() any {
			return wkt.MarshalString(clip.Geometry(orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{1, 1}}, orb.LineString{{-1, 0.5}, {2, 0.5}}))
		},
		"tile": func() any {
			t := maptile.At(oslo, 5)
			return list(t.X, t.Y, t.Z, t.Quadkey(), t.Parent().X, t.Valid(), t.Center())
		},
		"a projection of our own": func() any {
			return list(
				project.Point(oslo, project.WGS84.ToMercator),
				wkt.MarshalString(project.Geometry(orb.LineString{{1, 2}, {3, 4}}, func(p orb.Point) orb.Point { return orb.Point{p[0] * 10, -p[1]} })))
		},
		"order": func() any {
			ring := square()
			before := ring.Orientation()
			ring.Reverse()
			return list(before, ring.Orientation(), ring.Closed(), ring[1])
		},
	}
	size := func(m image.Image) any { return list(m.Bounds().Dx(), m.Bounds().Dy()) }
	groups["imaging"] = group{
		"an image of our own": func() any { return imaging.Clone(gradient{3, 2}).Pix },
		"resize": func() any {
			small := imaging.Resize(gradient{6, 4}, 3, 0, imaging.Lanczos)
			return list(size(small), small.Pix)
		},
		"a filter of our own": func() any {
			return imaging.Resize(gradient{4, 2}, 2, 1, imaging.ResampleFilter{Support: 0.5, Kernel: func(x float64) float64 {
				if math.Abs(x) < 0.5 {
					return 1
				}
				return 0
			}}).Pix
		},
		"fit and fill": func() any {
			return list(
				size(imaging.Fit(gradient{6, 4}, 3, 3, imaging.Box)),
				imaging.Fill(gradient{6, 4}, 2, 2, imaging.Center, imaging.Linear).Pix,
				size(imaging.Thumbnail(gradient{6, 4}, 2, 3, imaging.Box)))
		},
		"crop": func() any {
			return list(imaging.Crop(gradient{4, 4}, image.Rect(1, 1, 3, 2)).Pix, imaging.CropAnchor(gradient{4, 4}, 2, 1, imaging.BottomRight).Pix)
		},
		"turn": func() any {
			return list(
				imaging.Rotate90(gradient{3, 2}).Pix, imaging.FlipH(gradient{3, 1}).Pix,
				size(imaging.Rotate(gradient{4, 4}, 45, color.Transparent)))
		},
		"a function for each pixel": func() any {
			return imaging.AdjustFunc(gradient{2, 2}, func(c color.NRGBA) color.NRGBA { return color.NRGBA{c.B, c.G, c.R, c.A - 1} }).Pix
		},
		"adjust": func() any {
			return list(
				imaging.Grayscale(gradient{2, 2}).Pix, imaging.Invert(gradient{2, 2}).Pix,
				imaging.AdjustContrast(gradient{2, 2}, 20).Pix, imaging.AdjustGamma(gradient{2, 2}, 0.7).Pix)
		},
		"blur": func() any {
			return list(imaging.Blur(gradient{3, 3}, 1.5).Pix, imaging.Sharpen(gradient{3, 3}, 0.5).Pix)
		},
		"convolve": func() any {
			return imaging.Convolve3x3(gradient{3, 3}, [9]float64{0, -1, 0, -1, 5, -1, 0, -1, 0}, nil).Pix
		},
		"histogram": func() any { return imaging.Histogram(gradient{2, 2}) },
		"paste": func() any {
			return list(
				imaging.PasteCenter(imaging.New(3, 3, color.White), imaging.New(1, 1, color.Black)).Pix,
				imaging.Overlay(gradient{2, 2}, imaging.New(2, 2, color.NRGBA{255, 0, 0, 128}), image.Pt(1, 0), 0.5).Pix)
		},
		"encode and decode": func() any {
			var out bytes.Buffer
			must(0, imaging.Encode(&out, gradient{3, 2}, imaging.PNG, imaging.PNGCompressionLevel(png.BestCompression)))
			raw := append([]byte{}, out.Bytes()...)
			back := must(imaging.Decode(&out, imaging.AutoOrientation(true)))
			r, g, b, a := back.At(2, 1).RGBA()
			return list(raw, size(back), list(r, g, b, a))
		},
		"jpeg": func() any {
			var out bytes.Buffer
			must(0, imaging.Encode(&out, imaging.New(8, 8, color.NRGBA{200, 10, 10, 255}), imaging.JPEG, imaging.JPEGQuality(80)))
			return out.Bytes()
		},
		"formats": func() any {
			return list(must(imaging.FormatFromExtension("jpg")).String(), must(imaging.FormatFromFilename("a.GIF")).String())
		},
		"no such format": func() any { return try(imaging.FormatFromExtension("xyz")) },
		"no image":       func() any { return try(imaging.Decode(strings.NewReader("nothing of the kind"))) },
	}
}
