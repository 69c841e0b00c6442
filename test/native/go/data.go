//go:build full

package main

import (
	"bytes"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/golang/geo/r3"
	"github.com/golang/geo/s1"
	"github.com/golang/geo/s2"
	"github.com/nyaruka/phonenumbers"
	"github.com/skip2/go-qrcode"
	"github.com/xuri/excelize/v2"
)

func init() {
	groups["phonenumbers"] = group{
		"format": func() any {
			n := must(phonenumbers.Parse("6502530000", "US"))
			return phonenumbers.Format(n, phonenumbers.NATIONAL)
		},
		"e164": func() any {
			n := must(phonenumbers.Parse("044 668 18 00", "CH"))
			return phonenumbers.Format(n, phonenumbers.E164)
		},
		"valid": func() any {
			n := must(phonenumbers.Parse("+442083661177", ""))
			return list(phonenumbers.IsValidNumber(n), phonenumbers.GetRegionCodeForNumber(n))
		},
		"parts": func() any {
			n := must(phonenumbers.Parse("+41446681800", ""))
			return list(n.GetCountryCode(), n.GetNationalNumber())
		},
		"refuses":    func() any { return try(phonenumbers.Parse("hello", "US")) },
		"no country": func() any { return try(phonenumbers.Parse("123456", "")) },
		"country":    func() any { return phonenumbers.GetCountryCodeForRegion("NZ") },
		"normalize":  func() any { return phonenumbers.NormalizeDigitsOnly("034-56&+#2") },
	}
	groups["geo"] = group{
		"distance": func() any {
			return s2.LatLngFromDegrees(37.7, -122.4).Distance(s2.LatLngFromDegrees(34.0, -118.2)).Degrees()
		},
		"cell":  func() any { return uint64(s2.CellIDFromLatLng(s2.LatLngFromDegrees(37.7, -122.4))) },
		"token": func() any { return s2.CellIDFromLatLng(s2.LatLngFromDegrees(37.7, -122.4)).ToToken() },
		"level": func() any {
			id := s2.CellIDFromToken("808f7e")
			return list(id.Level(), id.IsValid(), id.Parent(5).ToToken(), id.String())
		},
		"vector": func() any { v := r3.Vector{X: 1, Y: 2, Z: 2}; return list(v.Norm(), v.Cross(r3.Vector{X: 1}).String()) },
		"angle":  func() any { return list(s1.Angle(3.5).Degrees(), s1.Angle(1).String()) },
		"contains": func() any {
			r := s2.RectFromLatLng(s2.LatLngFromDegrees(0, 0)).AddPoint(s2.LatLngFromDegrees(10, 10))
			return list(r.ContainsLatLng(s2.LatLngFromDegrees(5, 5)), r.ContainsLatLng(s2.LatLngFromDegrees(15, 5)))
		},
		"neighbors": func() any {
			var out []string
			for _, id := range s2.CellIDFromToken("808f7e").EdgeNeighbors() {
				out = append(out, id.ToToken())
			}
			return out
		},
	}
	groups["roaring"] = group{
		"members": func() any {
			b := roaring.BitmapOf(1, 2, 3, 1000)
			return list(b.ToArray(), b.GetCardinality(), b.Contains(3), b.Contains(4))
		},
		"and": func() any { return roaring.And(roaring.BitmapOf(1, 2, 3), roaring.BitmapOf(2, 3, 4)).ToArray() },
		"in place": func() any {
			a := roaring.BitmapOf(1)
			a.Or(roaring.BitmapOf(9))
			a.Add(5)
			a.Remove(1)
			return a.String()
		},
		"range": func() any {
			b := roaring.New()
			b.AddRange(10, 1000000)
			return list(b.GetCardinality(), b.Minimum(), b.Maximum())
		},
		"select":    func() any { return try(roaring.BitmapOf(5, 7).Select(1)) },
		"no select": func() any { return try(roaring.BitmapOf(5, 7).Select(2)) },
		"bytes": func() any {
			raw := must(roaring.BitmapOf(1, 70000).ToBytes())
			b := roaring.New()
			must(b.FromBuffer(raw))
			return list(raw, b.ToArray())
		},
		"iterator": func() any {
			it := roaring.BitmapOf(4, 8).Iterator()
			return list(it.Next(), it.HasNext(), it.Next(), it.HasNext())
		},
		"equals": func() any { return roaring.BitmapOf(1).Rank(1) },
		"writer": func() any {
			var out bytes.Buffer
			n, err := roaring.BitmapOf(1, 2).WriteTo(&out)
			return list(n, err, out.Bytes())
		},
		"parallel": func() any {
			return roaring.ParOr(2, roaring.BitmapOf(1), roaring.BitmapOf(2), roaring.BitmapOf(3)).GetCardinality()
		},
	}
	groups["qrcode"] = group{
		"text":     func() any { return must(qrcode.New("https://example.org", qrcode.Medium)).ToSmallString(false) },
		"version":  func() any { return must(qrcode.New("https://example.org", qrcode.Highest)).VersionNumber },
		"bitmap":   func() any { return must(qrcode.New("x", qrcode.Low)).Bitmap() },
		"png":      func() any { return must(qrcode.Encode("x", qrcode.Low, 64))[:8] },
		"too long": func() any { return try(qrcode.Encode(string(make([]byte, 4000)), qrcode.Low, 64)) },
	}
	groups["excelize"] = group{
		"set and get": func() any {
			f := excelize.NewFile()
			err := f.SetCellStr("Sheet1", "B2", "hi")
			return list(err, must(f.GetCellValue("Sheet1", "B2")))
		},
		"numbers": func() any {
			f := excelize.NewFile()
			f.SetCellInt("Sheet1", "A1", 20)
			f.SetCellFloat("Sheet1", "A2", 2.5, 2, 64)
			return must(f.GetRows("Sheet1"))
		},
		"formula": func() any {
			f := excelize.NewFile()
			f.SetCellInt("Sheet1", "A1", 20)
			f.SetCellFormula("Sheet1", "A3", "=A1*2+1")
			return try(f.CalcCellValue("Sheet1", "A3"))
		},
		"bad cell": func() any { return excelize.NewFile().SetCellStr("Sheet1", "!", "x") },
		"no sheet": func() any { return try(excelize.NewFile().GetCellValue("Nope", "A1")) },
		"sheets": func() any {
			f := excelize.NewFile()
			n := must(f.NewSheet("Two"))
			return list(n, f.GetSheetList(), f.GetSheetMap())
		},
		"style": func() any {
			f := excelize.NewFile()
			return try(f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "#ff0000"}, NumFmt: 2}))
		},
		"style back": func() any {
			f := excelize.NewFile()
			id := must(f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}))
			return must(f.GetStyle(id)).Font.Size
		},
		"column names": func() any { col, row, err := excelize.SplitCellName("AK74"); return list(col, row, err) },
		"coordinates":  func() any { return try(excelize.CoordinatesToCellName(28, 3, true)) },
		"round trip": func() any {
			f := excelize.NewFile()
			f.SetCellStr("Sheet1", "A1", "π ≈ 3.14")
			back := must(excelize.OpenReader(must(f.WriteToBuffer())))
			return must(back.GetCellValue("Sheet1", "A1"))
		},
		"properties": func() any {
			f := excelize.NewFile()
			f.SetDocProps(&excelize.DocProperties{Creator: "me", Title: "T"})
			p := must(f.GetDocProps())
			return list(p.Creator, p.Title)
		},
		"merge": func() any {
			f := excelize.NewFile()
			f.MergeCell("Sheet1", "A1", "B2")
			m := must(f.GetMergeCells("Sheet1"))
			return list(m[0].GetStartAxis(), m[0].GetEndAxis())
		},
	}
}
