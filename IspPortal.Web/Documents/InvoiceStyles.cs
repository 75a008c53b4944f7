using System.Globalization;
using System.Text;

namespace IspPortal.Web.Documents;

/// <summary>How a bill looks, on the screen and on paper. Paper is white in every theme. They are part of the page: what is printed fetches nothing.</summary>
internal static class InvoiceStyles
{
    /// <summary>Stands for the number of the page in the text of its foot.</summary>
    public const string PageNumber = "\u0001";

    /// <summary>Stands for how many pages there are.</summary>
    public const string PageCount = "\u0002";

    public const string Rules = """
        .inv { --i: #14181f; --s: #5a6372; --l: #d9dee6; --a: #23418f; --w: #f4f6fa; color: var(--i); background: #fff; font: 400 9.5pt/1.42 Inter, "Noto Sans", "DejaVu Sans", Arial, sans-serif; overflow-wrap: break-word; color-scheme: light; print-color-adjust: exact; -webkit-print-color-adjust: exact }
        .inv *, .inv *::before { box-sizing: border-box }
        .inv :is(h2, h3, p, dl, dt, dd, figure) { margin: 0 }
        .inv span { display: block }
        .inv :is(b, strong) { font-weight: 600 }
        .inv h3 { font-size: 7.5pt; font-weight: 600; letter-spacing: .07em; text-transform: uppercase; color: var(--s); margin-bottom: 1.2mm }
        .inv-soft, .inv-sub { color: var(--s) }
        .inv-sub { font-size: 8pt }
        .inv .inv-narrow { display: none }
        .inv-head { display: flex; justify-content: space-between; gap: 10mm; padding-bottom: 5mm; border-bottom: .7mm solid var(--a) }
        .inv-from { display: flex; gap: 4.5mm; align-items: flex-start; font-size: 8.5pt; color: var(--s); max-width: 118mm }
        .inv-logo { display: block; max-width: 42mm; max-height: 19mm; object-fit: contain; object-position: left top; flex: none }
        .inv-name { display: block; font-size: 13pt; line-height: 1.25; color: var(--i); margin-bottom: .6mm }
        .inv-title { text-align: right; flex: none; max-width: 70mm }
        .inv-title h2 { font-size: 19pt; line-height: 1.1; font-weight: 600; letter-spacing: -.01em; color: var(--a) }
        .inv-no { font-size: 10.5pt; font-weight: 600; margin-top: 1mm }
        .inv .inv-stamp { display: inline-block; margin-top: 2.5mm; padding: 1mm 3.2mm; border: .55mm solid; border-radius: 1.2mm; font-weight: 600; font-size: 11pt; letter-spacing: .09em; text-transform: uppercase; text-align: center; transform: rotate(-3deg) }
        .inv-stamp small { display: block; font-size: 7pt; letter-spacing: .03em; font-weight: 600; text-transform: none }
        .inv-stamp[data-tone=good] { color: #13783d } .inv-stamp[data-tone=open] { color: #8a5600 } .inv-stamp[data-tone=bad] { color: #bf2530 } .inv-stamp[data-tone=still] { color: #57606d }
        .inv-top { display: grid; grid-template-columns: 1fr auto auto; gap: 6mm; padding: 5mm 0; align-items: start }
        .inv-top strong { display: block; font-size: 11pt }
        .inv-dates { display: grid; grid-template-columns: auto auto; gap: .8mm 4mm }
        .inv-dates dt { color: var(--s) } .inv-dates dd { font-weight: 600; white-space: nowrap }
        .inv-due { min-width: 46mm; padding: 3mm 4mm; border-radius: 1.6mm; background: #eaeffb; color: var(--a) }
        .inv-due span { font-size: 8pt } .inv-due b { display: block; font-size: 15pt; line-height: 1.25; font-weight: 600; white-space: nowrap }
        .inv-due[data-tone=good] { background: #e4f4ea; color: #13783d } .inv-due[data-tone=bad] { background: #fce9ea; color: #a91f29 }
        .inv-lines { width: 100%; border-collapse: collapse }
        .inv-lines th { text-align: left; font-size: 7.5pt; font-weight: 600; letter-spacing: .05em; text-transform: uppercase; color: var(--s); background: var(--w); padding: 1.6mm 2mm; white-space: nowrap }
        .inv-lines td { padding: 1.7mm 2mm; vertical-align: top; border-bottom: .2mm solid var(--l) }
        .inv-lines tr { break-inside: avoid }
        .inv-lines thead { display: table-header-group }
        .inv-what { font-weight: 600 }
        .inv-lines td.inv-wide span { white-space: nowrap }
        .inv-lines .inv-figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
        .inv-group { break-after: avoid }
        .inv-lines .inv-group :is(th, td) { background: none; color: var(--a); font-size: 8.5pt; font-weight: 600; letter-spacing: 0; text-transform: none; padding: 3mm 2mm 1mm; border-bottom: .3mm solid var(--a) }
        .inv-bottom { display: grid; grid-template-columns: 1fr 84mm; gap: 8mm; margin-top: 4mm; break-inside: avoid }
        .inv-words { font-size: 8.5pt; color: var(--s) } .inv-words .inv-spelt { color: var(--i); font-size: 9.5pt; margin-bottom: 2mm }
        .inv-duty { margin-top: 2.5mm; width: 48mm; min-height: 17mm; padding: 2mm 2.5mm; border: .25mm dashed var(--s); border-radius: 1mm; font-size: 7.5pt; display: grid; align-content: center; text-align: center }
        .inv-duty b { font-size: 8.5pt; color: var(--i) }
        .inv-sums > div { display: flex; justify-content: space-between; gap: 4mm; padding: .9mm 2mm }
        .inv-sums dt { color: var(--s) } .inv-sums dt small { display: block; font-size: 7.5pt } .inv-sums dd { white-space: nowrap; font-variant-numeric: tabular-nums }
        .inv-sums .inv-total { border-top: .4mm solid var(--i); margin-top: 1mm; padding-top: 1.6mm; font-size: 11.5pt; font-weight: 600 } .inv-sums .inv-total dt { color: var(--i) }
        .inv-sums .inv-between { border-top: .2mm solid var(--l); font-weight: 600 }
        .inv-how { display: grid; grid-template-columns: auto 1fr auto; gap: 5mm; align-items: start; margin-top: 6mm; padding: 4mm; border: .25mm solid var(--l); border-radius: 1.6mm; break-inside: avoid }
        .inv-how:not(:has(.inv-code)) { grid-template-columns: 1fr auto }
        .inv-how p { margin-bottom: 1.5mm }
        .inv-code { width: 34mm; height: 34mm; margin: -1.5mm } .inv-code svg { display: block; width: 100%; height: 100% }
        .inv-banks { display: grid; gap: 1.8mm; min-width: 56mm } .inv-banks div { display: grid; grid-template-columns: 20mm 1fr; gap: 2mm }
        .inv-banks dt { font-weight: 600 } .inv-banks b { display: block; font-size: 10.5pt } .inv-banks span { font-size: 8pt; color: var(--s) }
        .inv-after { margin-top: 5mm }
        .inv-top + .inv-note { margin-top: 0 }
        .inv-note { margin-top: 5mm; break-inside: avoid } .inv-note p { white-space: pre-line }
        .inv-foot { margin-top: 6mm; padding-top: 2.5mm; border-top: .2mm solid var(--l); font-size: 8pt; color: var(--s); text-align: center; break-inside: avoid } .inv-foot p { white-space: pre-line }
        @media screen and (max-width: 760px) {
          .inv-head, .inv-from { flex-direction: column; gap: 3mm } .inv-title { text-align: left; max-width: none }
          .inv-top, .inv-bottom, .inv-how, .inv-how:not(:has(.inv-code)) { grid-template-columns: 1fr; gap: 4mm } .inv .inv-wide { display: none } .inv .inv-narrow { display: block }
          .inv-banks { min-width: 0 } .inv-code { width: 52mm; height: 52mm; justify-self: center }
        }
        """;

    /// <summary>The paper below a sheet.</summary>
    public const string Body = """
        html, body { margin: 0; background: #fff }
        body { margin: 0 auto; max-width: 182mm }
        @media screen { body { padding: 10mm 5mm } }

        """;

    private const string Sheet = "{ size: A4; margin: 12mm 14mm 17mm;";

    private const string FootFont = "; font: 7.5pt Inter, 'DejaVu Sans', Arial, sans-serif; color: #5a6372; vertical-align: top; padding-top: 3mm }";

    /// <summary>The page: A4, at its foot whose it is and which page of how many.</summary>
    /// <param name="foot">Whose.</param>
    /// <param name="pages">Which page, with <see cref="PageNumber"/> and <see cref="PageCount"/>.</param>
    public static string Page(string foot, string pages)
    {
        var numbers = "\"" + Quoted(pages).Replace(Escaped(new Rune(PageNumber[0])), "\" counter(page) \"", StringComparison.Ordinal).Replace(Escaped(new Rune(PageCount[0])), "\" counter(pages) \"", StringComparison.Ordinal) + "\"";
        return $"{Body}@page {Sheet} @bottom-left {{ content: \"{Quoted(foot)}\"{FootFont} @bottom-right {{ content: {numbers}{FootFont} }}\n";
    }

    /// <summary>The page of one bill among many: A4, at its foot whose it is. How many pages that bill has no browser can say among those of others.</summary>
    /// <param name="name">Its name, of letters and digits.</param>
    /// <param name="foot">Whose.</param>
    public static string NamedPage(string name, string foot) => $"@page {name} {Sheet} @bottom-left {{ content: \"{Quoted(foot)}\"{FootFont} }}\n";

    // Nothing that a name holds ends the text, the rule or the style.
    private static string Quoted(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.IsLetterOrDigit(rune) && rune.IsAscii ? rune.ToString() : Escaped(rune)));

    private static string Escaped(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
}
