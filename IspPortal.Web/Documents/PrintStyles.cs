namespace IspPortal.Web.Documents;

/// <summary>How printed documents look. They bring their styles along: what is printed fetches nothing.</summary>
internal static class PrintStyles
{
    public const string Rules = """
        @page { size: A4; margin: 14mm 14mm 12mm }
        * { box-sizing: border-box }
        html { font: 10pt/1.4 Inter, "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: #16181d; -webkit-print-color-adjust: exact }
        body { margin: 0 auto; max-width: 182mm }
        @media screen { body { padding: 14mm 0 } }
        h1 { font-size: 15pt; line-height: 1.2; margin: 0 }
        h2 { font-size: 8.5pt; text-transform: uppercase; letter-spacing: .06em; color: #555b66; margin: 0 0 2mm }
        header { display: flex; justify-content: space-between; gap: 8mm; border-bottom: .6mm solid #16181d; padding-bottom: 4mm; margin-bottom: 5mm }
        .company b { display: block; font-size: 13pt }
        .company span { display: block; color: #3c414b }
        .title { text-align: right }
        .number { font-size: 11pt; font-variant-numeric: tabular-nums }
        section { break-inside: avoid; margin-bottom: 5mm }
        .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm }
        dl { display: grid; grid-template-columns: 28mm 1fr; gap: .8mm 3mm; margin: 0 }
        dt { color: #555b66 } dd { margin: 0; overflow-wrap: anywhere }
        .code { font-family: "DejaVu Sans Mono", "Noto Sans Mono", Consolas, monospace; font-size: 10.5pt }
        table { width: 100%; border-collapse: collapse }
        th { text-align: left; font-weight: 600; font-size: 8.5pt; color: #555b66 }
        th, td { border: .2mm solid #b4b9c2; padding: 1.4mm 2mm; vertical-align: top; height: 7mm }
        .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
        .fill { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm }
        .fill div { display: flex; gap: 2mm; align-items: flex-end; height: 8mm }
        .fill i { flex: 1; border-bottom: .2mm dotted #555b66 }
        .note { border: .2mm solid #b4b9c2; padding: 2mm 3mm; white-space: pre-line; overflow-wrap: anywhere }
        .signatures { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 6mm }
        .signatures div { border: .2mm solid #b4b9c2; height: 32mm; padding: 2mm 3mm; display: flex; flex-direction: column; justify-content: space-between }
        .signatures small { border-top: .2mm dotted #555b66; padding-top: 1mm; min-height: 5.5mm }
        .due { font-size: 12pt; font-weight: 600 }
        """;
}
