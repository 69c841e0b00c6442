//go:build full

package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/components"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

func init() {
	days := []string{"Mon", "Tue", "Wed"}
	global := func(options []charts.GlobalOpts) []charts.GlobalOpts {
		return append([]charts.GlobalOpts{charts.WithInitializationOpts(opts.Initialization{ChartID: "chart", Width: "400px"})}, options...)
	}
	newBar := func(options ...charts.GlobalOpts) *charts.Bar {
		bar := charts.NewBar()
		bar.SetGlobalOptions(global(options)...)
		return bar
	}
	newLine := func(options ...charts.GlobalOpts) *charts.Line {
		line := charts.NewLine()
		line.SetGlobalOptions(global(options)...)
		return line
	}
	rendered := func(what interface{ Render(io.Writer) error }) any {
		var out strings.Builder
		must(0, what.Render(&out))
		return out.String()
	}
	groups["echarts"] = group{
		"a page": func() any {
			bar := newBar(charts.WithTitleOpts(opts.Title{Title: "Sales", Subtitle: "of the week"}))
			bar.SetXAxis(days).AddSeries("A", []opts.BarData{{Value: 1}, {Value: 2.5}, {Value: nil}})
			return rendered(bar)
		},
		"several series": func() any {
			bar := newBar()
			bar.SetXAxis(days).AddSeries("A", []opts.BarData{{Value: 1}}).AddSeries("B", []opts.BarData{{Value: "x", Name: "named"}})
			return bar.RenderSnippet().Option
		},
		"a line with options": func() any {
			line := newLine(charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "axis"}))
			line.SetXAxis([]int{1, 2, 3}).AddSeries("L", []opts.LineData{{Value: []any{1, 2.5}}}, charts.WithLineChartOpts(opts.LineChart{Smooth: opts.Bool(true), Stack: "s"}))
			return line.RenderSnippet().Option
		},
		"options of all series": func() any {
			pie := charts.NewPie()
			pie.SetGlobalOptions(global(nil)...)
			pie.AddSeries("pie", []opts.PieData{{Name: "a", Value: 1}, {Name: "b", Value: 2}}).
				SetSeriesOptions(charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Formatter: "{b}: {c}"}))
			return pie.RenderSnippet().Option
		},
		"a function for the browser": func() any {
			formatter := opts.FuncOpts("function (x) { return x.name }")
			return list(formatter, newBar(charts.WithTooltipOpts(opts.Tooltip{Formatter: formatter})).RenderSnippet().Option)
		},
		"scatter": func() any {
			scatter := charts.NewScatter()
			scatter.SetGlobalOptions(global([]charts.GlobalOpts{charts.WithXAxisOpts(opts.XAxis{Name: "x"}), charts.WithYAxisOpts(opts.YAxis{Min: 0, Max: 9})})...)
			scatter.AddSeries("S", []opts.ScatterData{{Value: []int{1, 2}, Symbol: "pin", SymbolSize: 9}})
			return scatter.RenderSnippet().Option
		},
		"radar": func() any {
			radar := charts.NewRadar()
			radar.SetGlobalOptions(global([]charts.GlobalOpts{charts.WithRadarComponentOpts(opts.RadarComponent{
				Indicator: []*opts.Indicator{{Name: "speed", Max: 10}, {Name: "price", Max: 5}},
			})})...)
			radar.AddSeries("R", []opts.RadarData{{Value: []int{1, 2}}})
			return radar.RenderSnippet().Option
		},
		"overlap": func() any {
			bar, line := newBar(), newLine()
			bar.SetXAxis(days).AddSeries("B", []opts.BarData{{Value: 1}})
			line.AddSeries("L", []opts.LineData{{Value: 2}})
			bar.Overlap(line)
			return bar.RenderSnippet().Option
		},
		"several charts on a page": func() any {
			page := components.NewPage()
			page.PageTitle = "All of them"
			page.SetLayout(components.PageFlexLayout).AddCharts(newBar(), newLine())
			return rendered(page)
		},
		"mark lines": func() any {
			line := newLine()
			line.AddSeries("L", []opts.LineData{{Value: 1}}).SetSeriesOptions(
				charts.WithMarkLineNameTypeItemOpts(opts.MarkLineNameTypeItem{Name: "average", Type: "average"}),
				charts.WithMarkPointStyleOpts(opts.MarkPointStyle{Label: &opts.Label{Show: opts.Bool(true)}}))
			return line.RenderSnippet().Option
		},
		"json": func() any { return string(newBar().JSONNotEscaped()) },
		"a function of ours changes the chart": func() any {
			return newBar(func(base *charts.BaseConfiguration) { base.Title.Title = "by a function" }).RenderSnippet().Option
		},
	}

	table := func(fill func(*tablewriter.Table), options ...tablewriter.Option) any {
		var out strings.Builder
		t := tablewriter.NewTable(&out, options...)
		fill(t)
		must(0, t.Render())
		return out.String()
	}
	people := func(t *tablewriter.Table) {
		t.Header("Name", "Age")
		must(0, t.Append("Ann", "31"))
		must(0, t.Append("Bob the builder", "7"))
	}
	row := func(cells ...any) func(*tablewriter.Table) {
		return func(t *tablewriter.Table) { must(0, t.Append(cells...)) }
	}
	groups["tablewriter"] = group{
		"table": func() any { return table(people) },
		"values of any type": func() any {
			return table(row([]any{1, 2.5, true, nil, "x", int64(5)}))
		},
		"many rows": func() any {
			return table(func(t *tablewriter.Table) {
				must(0, t.Bulk([]any{[]any{"1", "2"}, []any{"3", "4"}}))
				t.Footer("sum", "10")
			}, tablewriter.WithHeader([]string{"a", "b"}), tablewriter.WithFooterAlignmentConfig(tw.CellAlignment{Global: tw.AlignRight}))
		},
		"markdown": func() any { return table(people, tablewriter.WithRenderer(renderer.NewMarkdown())) },
		"html": func() any {
			return table(row("<b>", "x"), tablewriter.WithRenderer(renderer.NewHTML(renderer.HTMLConfig{EscapeContent: true, TableClass: "plain"})))
		},
		"without borders": func() any {
			return table(people, tablewriter.WithRowAlignment(tw.AlignRight),
				tablewriter.WithRendition(tw.Rendition{Borders: tw.BorderNone, Symbols: tw.NewSymbols(tw.StyleASCII)}))
		},
		"wraps": func() any {
			return table(row("a long text that wraps", "b"), tablewriter.WithConfig(tablewriter.Config{Row: tw.CellConfig{
				Formatting:   tw.CellFormatting{AutoWrap: tw.WrapNormal},
				ColMaxWidths: tw.CellWidth{Global: 10},
				Alignment:    tw.CellAlignment{Global: tw.AlignCenter},
			}}))
		},
		"built configuration": func() any {
			config := tablewriter.NewConfigBuilder().WithRowMaxWidth(8).WithHeaderAutoFormat(tw.Off).Build()
			return table(people, tablewriter.WithConfig(config))
		},
		"a filter of ours": func() any {
			return table(people, tablewriter.WithRowFilter(tw.CellFilter{Global: func(row []string) []string {
				out := []string{}
				for _, cell := range row {
					out = append(out, strings.ToUpper(cell))
				}
				return out
			}}))
		},
		"a filter for each column": func() any {
			return table(people, tablewriter.WithRowFilter(tw.CellFilter{PerColumn: []func(string) string{
				func(cell string) string { return "<" + cell + ">" },
				func(cell string) string { n, _ := strconv.Atoi(cell); return fmt.Sprint(n * 2) },
			}}))
		},
		"caption": func() any {
			return table(func(t *tablewriter.Table) {
				t.Caption(tw.Caption{Text: "the caption", Spot: tw.SpotBottomCenter})
				must(0, t.Append("a", "a wide second cell"))
			})
		},
		"merged cells": func() any {
			return table(func(t *tablewriter.Table) {
				must(0, t.Append("same", "1"))
				must(0, t.Append("same", "2"))
			}, tablewriter.WithRowMergeMode(tw.MergeVertical),
				tablewriter.WithRendition(tw.Rendition{Settings: tw.Settings{Separators: tw.Separators{BetweenRows: tw.On}}}))
		},
		"streaming": func() any {
			var out strings.Builder
			t := tablewriter.NewTable(&out, tablewriter.WithStreaming(tw.StreamConfig{Enable: true}))
			must(0, t.Start())
			people(t)
			before := out.Len() > 0
			must(0, t.Close())
			return list(before, out.String())
		},
		"not streaming":              func() any { return tablewriter.NewTable(io.Discard).Start() },
		"writes to a writer of ours": func() any { return table(row("x", "y")) },
		"helpers of text": func() any {
			return list(tw.Title("hello_world"), tw.PadCenter("x", "-", 5), tw.IsNumeric("1.5"))
		},
	}
}
