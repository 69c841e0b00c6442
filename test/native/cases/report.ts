import { sink } from '../../../runtime/index.ts';
import { group } from '../group.ts';

const echarts = (name: string) => `github.com/go-echarts/go-echarts/v2/${name}`;
group('echarts', [echarts('charts'), echarts('opts'), echarts('components')], ([charts, opts, components]) => {
  const days = ['Mon', 'Tue', 'Wed'];
  /** A chart whose id is not random. */
  const chart = (kind: string, ...options: unknown[]) => {
    const made = charts[`New${kind}`]();
    made.SetGlobalOptions(charts.WithInitializationOpts({ ChartID: 'chart', Width: '400px' }), ...options);
    return made;
  };
  const rendered = (what: any) => {
    const out = sink();
    what.Render(out);
    return out.text();
  };
  const option = (what: any) => what.RenderSnippet().Option;
  return {
    'a page': () => {
      const bar = chart('Bar', charts.WithTitleOpts({ Title: 'Sales', Subtitle: 'of the week' }));
      bar.SetXAxis(days).AddSeries('A', [{ Value: 1 }, { Value: 2.5 }, { Value: null }]);
      return rendered(bar);
    },
    'several series': () => {
      const bar = chart('Bar');
      bar
        .SetXAxis(days)
        .AddSeries('A', [{ Value: 1 }])
        .AddSeries('B', [{ Value: 'x', Name: 'named' }]);
      return option(bar);
    },
    'a line with options': () => {
      const line = chart('Line', charts.WithTooltipOpts({ Show: opts.Bool(true), Trigger: 'axis' }));
      line
        .SetXAxis([1, 2, 3])
        .AddSeries('L', [{ Value: [1, 2.5] }], charts.WithLineChartOpts({ Smooth: opts.Bool(true), Stack: 's' }));
      return option(line);
    },
    'options of all series': () => {
      const pie = chart('Pie');
      pie
        .AddSeries('pie', [
          { Name: 'a', Value: 1 },
          { Name: 'b', Value: 2 },
        ])
        .SetSeriesOptions(charts.WithLabelOpts({ Show: opts.Bool(true), Formatter: '{b}: {c}' }));
      return option(pie);
    },
    'a function for the browser': () => {
      const formatter = opts.FuncOpts('function (x) { return x.name }');
      return [formatter, option(chart('Bar', charts.WithTooltipOpts({ Formatter: formatter })))];
    },
    scatter: () => {
      const scatter = chart('Scatter', charts.WithXAxisOpts({ Name: 'x' }), charts.WithYAxisOpts({ Min: 0, Max: 9 }));
      scatter.AddSeries('S', [{ Value: [1, 2], Symbol: 'pin', SymbolSize: 9 }]);
      return option(scatter);
    },
    radar: () => {
      const Indicator = [{ Name: 'speed', Max: 10 }, { Name: 'price', Max: 5 }]; // biome-ignore format: one line
      const radar = chart('Radar', charts.WithRadarComponentOpts({ Indicator }));
      radar.AddSeries('R', [{ Value: [1, 2] }]);
      return option(radar);
    },
    overlap: () => {
      const [bar, line] = [chart('Bar'), chart('Line')];
      bar.SetXAxis(days).AddSeries('B', [{ Value: 1 }]);
      line.AddSeries('L', [{ Value: 2 }]);
      bar.Overlap(line);
      return option(bar);
    },
    'several charts on a page': () => {
      const page = components.NewPage();
      page.PageTitle = 'All of them';
      page.SetLayout(components.PageFlexLayout).AddCharts(chart('Bar'), chart('Line'));
      return rendered(page);
    },
    'mark lines': () => {
      const line = chart('Line');
      line
        .AddSeries('L', [{ Value: 1 }])
        .SetSeriesOptions(
          charts.WithMarkLineNameTypeItemOpts({ Name: 'average', Type: 'average' }),
          charts.WithMarkPointStyleOpts({ Label: { Show: opts.Bool(true) } }),
        );
      return option(line);
    },
    json: () => String(chart('Bar').JSONNotEscaped()),
    'a function of ours changes the chart': () => {
      const bar = chart('Bar', (base: any) => {
        base.Title = { ...base.Title, text: 'by a function' };
      });
      return option(bar);
    },
  };
});

const tableSpecs = ['', '/tw', '/renderer'].map((name) => `github.com/olekukonko/tablewriter${name}`);
group('tablewriter', tableSpecs, ([tablewriter, tw, renderer]) => {
  const table = (fill: (table: any) => void, ...options: unknown[]) => {
    const out = sink();
    const made = tablewriter.NewTable(out, ...options);
    fill(made);
    made.Render();
    return out.text();
  };
  const people = (t: any) => {
    t.Header('Name', 'Age');
    t.Append('Ann', '31');
    t.Append('Bob the builder', '7');
  };
  return {
    table: () => table(people),
    'values of any type': () => table((t) => t.Append([1, 2.5, true, null, 'x', 5n])),
    'many rows': () =>
      table(
        (t) => {
          t.Bulk([
            ['1', '2'],
            ['3', '4'],
          ]);
          t.Footer('sum', '10');
        },
        tablewriter.WithHeader(['a', 'b']),
        tablewriter.WithFooterAlignmentConfig({ Global: tw.AlignRight }),
      ),
    markdown: () => table(people, tablewriter.WithRenderer(renderer.NewMarkdown())),
    html: () =>
      table(
        (t) => t.Append('<b>', 'x'),
        tablewriter.WithRenderer(renderer.NewHTML({ EscapeContent: true, TableClass: 'plain' })),
      ),
    'without borders': () =>
      table(
        people,
        tablewriter.WithRowAlignment(tw.AlignRight),
        tablewriter.WithRendition({ Borders: tw.BorderNone, Symbols: tw.NewSymbols(tw.StyleASCII) }),
      ),
    wraps: () =>
      table(
        (t) => t.Append('a long text that wraps', 'b'),
        tablewriter.WithConfig({
          Row: {
            Formatting: { AutoWrap: tw.WrapNormal },
            ColMaxWidths: { Global: 10 },
            Alignment: { Global: tw.AlignCenter },
          },
        }),
      ),
    'built configuration': () => {
      const config = tablewriter.NewConfigBuilder().WithRowMaxWidth(8).WithHeaderAutoFormat(tw.Off).Build();
      return table(people, tablewriter.WithConfig(config));
    },
    'a filter of ours': () =>
      table(people, tablewriter.WithRowFilter({ Global: (row: string[]) => row.map((cell) => cell.toUpperCase()) })),
    'a filter for each column': () =>
      table(
        people,
        tablewriter.WithRowFilter({ PerColumn: [(cell: string) => `<${cell}>`, (cell: string) => `${+cell * 2}`] }),
      ),
    caption: () =>
      table((t) => {
        t.Caption({ Text: 'the caption', Spot: tw.SpotBottomCenter });
        t.Append('a', 'a wide second cell');
      }),
    'merged cells': () =>
      table(
        (t) => {
          t.Append('same', '1');
          t.Append('same', '2');
        },
        tablewriter.WithRowMergeMode(tw.MergeVertical),
        tablewriter.WithRendition({ Settings: { Separators: { BetweenRows: tw.On } } }),
      ),
    streaming: () => {
      const out = sink();
      const made = tablewriter.NewTable(out, tablewriter.WithStreaming({ Enable: true }));
      made.Start();
      people(made);
      const before = out.text().length > 0;
      made.Close();
      return [before, out.text()];
    },
    'not streaming': () => tablewriter.NewTable(sink()).Start(),
    'writes to a writer of ours': () => {
      const chunks: string[] = [];
      const writer = {
        Write(bytes: Uint8Array) {
          chunks.push(new TextDecoder().decode(bytes));
          return bytes.length;
        },
      };
      const made = tablewriter.NewTable(writer);
      made.Append('x', 'y');
      made.Render();
      return chunks.join('');
    },
    'helpers of text': () => [tw.Title('hello_world'), tw.PadCenter('x', '-', 5), tw.IsNumeric('1.5')],
  };
});
