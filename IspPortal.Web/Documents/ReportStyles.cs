namespace IspPortal.Web.Documents;

/// <summary>How reports look on paper, beside <see cref="PrintStyles"/>.</summary>
internal static class ReportStyles
{
    public const string Rules = """
        @page { size: A4; margin: 16mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Inter, sans-serif; color: #555b66 } }
        @page :first { @bottom-right { content: none } }
        body { font-variant-ligatures: no-common-ligatures }
        .cover { min-height: 262mm; display: flex; flex-direction: column; break-after: page }
        .cover-head { display: flex; align-items: center; gap: 5mm; border-bottom: .6mm solid #16181d; padding-bottom: 5mm }
        .cover-head img { max-height: 18mm; max-width: 60mm; object-fit: contain }
        .cover-head b { font-size: 14pt }
        .cover-title { margin-top: 62mm }
        .cover-title h1 { font-size: 34pt; letter-spacing: -.02em; font-weight: 650 }
        .cover-title p { font-size: 16pt; color: #3c414b; margin: 4mm 0 0 }
        .cover dl { margin-top: 16mm; grid-template-columns: 38mm 1fr; gap: 2mm 3mm; font-size: 11pt }
        .cover-foot { margin-top: auto; color: #555b66; font-size: 9pt; display: flex; justify-content: space-between; gap: 8mm }
        .part { break-inside: auto; margin-bottom: 9mm }
        .part > h2 { font-size: 15pt; letter-spacing: -.01em; text-transform: none; color: #16181d; border-bottom: .3mm solid #b4b9c2; padding-bottom: 1.5mm; margin-bottom: 4mm; break-after: avoid }
        .part h3 { font-size: 10.5pt; margin: 5mm 0 2mm; break-after: avoid }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(32mm, 1fr)); gap: 3mm; margin-bottom: 4mm; break-inside: avoid }
        .figures div { border: .2mm solid #d5d9e0; border-radius: 2mm; padding: 2.5mm 3mm }
        .figures span { display: block; font-size: 8pt; color: #555b66 }
        .figures b { display: block; font-size: 14pt; font-weight: 620; font-variant-numeric: tabular-nums; white-space: nowrap }
        .part table { font-size: 8.5pt }
        .part thead { display: table-header-group }
        .part tr { break-inside: avoid }
        .part th, .part td { border: 0; border-bottom: .2mm solid #e1e4e9; height: auto; padding: 1.2mm 1.6mm }
        .part thead th { border-bottom: .4mm solid #8b92a0; font-size: 8pt; vertical-align: bottom }
        .part td { overflow-wrap: anywhere }
        .part th.figure { white-space: normal }
        .remark { font-size: 8.5pt; color: #555b66; margin: 2mm 0 0 }
        .drawing { break-inside: avoid; margin: 0 0 4mm }
        .drawing figcaption { display: flex; justify-content: space-between; gap: 4mm; font-size: 9pt; font-weight: 600; margin-bottom: 1mm }
        .legend { display: flex; gap: 4mm; font-weight: 400; color: #3c414b }
        .legend i { display: inline-block; width: 3mm; height: 1mm; margin-right: 1.2mm; vertical-align: middle; border-radius: .5mm }
        .drawn-chart { display: block; width: 100%; height: auto }
        .chart-rule { stroke: #e1e4e9; stroke-width: 1 } .chart-tick { stroke: #8b92a0; stroke-width: 1 }
        .chart-word { font-size: 10px; fill: #555b66; font-family: Inter, sans-serif }
        .line-0, .line-1, .line-2, .line-3 { fill: none; stroke-width: 1.4; stroke-linejoin: round }
        .line-0 { stroke: #3257d6 } .line-1 { stroke: #8fa6f2 } .line-2 { stroke: #0f8b8d } .line-3 { stroke: #b0741a }
        .dot-0, .bar-0, .key-0 { fill: #3257d6; background: #3257d6 } .dot-1, .bar-1, .key-1 { fill: #8fa6f2; background: #8fa6f2 }
        .dot-2, .bar-2, .key-2 { fill: #0f8b8d; background: #0f8b8d } .dot-3, .bar-3, .key-3 { fill: #b0741a; background: #b0741a }
        """;
}
