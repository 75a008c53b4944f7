using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace IspPortal.Web.Documents.Charts;

/// <summary>
/// Draws charts as SVG for pages that run no script: papers and public pages. Colours are the classes <c>line-0</c>, <c>bar-0</c> … of the page. Gaps are gaps: nothing joins what was not read.
/// </summary>
internal static class ChartDrawing
{
    private const int Left = 64;
    private const int Right = 10;
    private const int Above = 10;
    private const int Below = 24;
    private const int Lines = 4;
    private const int Colours = 8;
    private const int RoomOfMoment = 90;
    private const double BarShare = 0.74;

    /// <summary>The drawing, a whole <c>svg</c> element.</summary>
    /// <param name="plan">What it shows.</param>
    /// <param name="culture">How days are written.</param>
    public static string Draw(ChartPlan plan, CultureInfo culture)
    {
        var frame = plan.IsSpark ? new Frame(1, 2, plan.Width - 2, plan.Height - 4) : new Frame(Left, Above, plan.Width - Left - Right, plan.Height - Above - Below);
        var (bottom, top) = ChartAxis.RangeOf(plan.Lines.SelectMany(line => line.Points).Where(point => point.Value is not null).Select(point => point.Value!.Value), plan.Top);
        var scale = new Scale(frame, plan.From, plan.To, bottom, top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"drawn-chart\" viewBox=\"0 0 {plan.Width} {plan.Height}\" role=\"img\" aria-label=\"{Text(plan.Label)}\"{(plan.IsSpark ? " preserveAspectRatio=\"none\"" : "")}>");
        if (!plan.IsSpark)
        {
            AppendAxes(svg, plan, scale, culture);
        }

        foreach (var (at, line) in plan.Lines.Index())
        {
            if (plan.IsBars)
            {
                AppendBars(svg, line, at, plan, scale);
            }
            else
            {
                AppendLine(svg, line, at, scale);
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static void AppendAxes(StringBuilder svg, ChartPlan plan, Scale scale, CultureInfo culture)
    {
        for (var n = 0; n <= Lines; n++)
        {
            var value = scale.Bottom + ((scale.Top - scale.Bottom) * n / Lines);
            var y = scale.Y(value);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"chart-rule\" x1=\"{scale.Frame.X}\" x2=\"{scale.Frame.X + scale.Frame.Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-word\" x=\"{scale.Frame.X - 6}\" y=\"{y + 3.5:0.#}\" text-anchor=\"end\">{Text(plan.Word(value))}</text>");
        }

        var length = plan.To - plan.From;
        foreach (var moment in ChartAxis.MomentsOf(plan.From, plan.To, Math.Max(2, scale.Frame.Width / RoomOfMoment)))
        {
            var x = scale.X(moment);
            var word = length <= TimeSpan.FromDays(2) ? moment.ToString("HH':'mm", culture) : moment.ToString("d MMM", culture);
            var anchor = x > scale.Frame.X + scale.Frame.Width - 20 ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"chart-tick\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{scale.Frame.Y + scale.Frame.Height}\" y2=\"{scale.Frame.Y + scale.Frame.Height + 4}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-word\" x=\"{x:0.#}\" y=\"{scale.Frame.Y + scale.Frame.Height + 16}\" text-anchor=\"{anchor}\">{Text(word)}</text>");
        }
    }

    private static void AppendLine(StringBuilder svg, ChartLine line, int place, Scale scale)
    {
        var colour = place % Colours;
        foreach (var run in Runs(line.Points.Where(point => point.At >= scale.From && point.At <= scale.To)))
        {
            if (run.Count == 1)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot-{colour}\" cx=\"{scale.X(run[0].At):0.#}\" cy=\"{scale.Y(run[0].Value):0.#}\" r=\"1.6\"/>");
                continue;
            }

            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line-{colour}\" points=\"");
            foreach (var (at, value) in run)
            {
                svg.Append(CultureInfo.InvariantCulture, $"{scale.X(at):0.#},{scale.Y(value):0.#} ");
            }

            svg.Length--;
            svg.Append("\"/>");
        }
    }

    private static void AppendBars(StringBuilder svg, ChartLine line, int place, ChartPlan plan, Scale scale)
    {
        var slot = scale.Frame.Width / Math.Max(1, (plan.To - plan.From).TotalDays);
        var width = slot * BarShare / plan.Lines.Count;
        foreach (var (at, value) in line.Points)
        {
            if (value is { } known && known != 0)
            {
                var x = scale.X(at) + (slot * (1 - BarShare) / 2) + (width * place);
                var (y, zero) = (scale.Y(known), scale.Y(0));
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar-{place % Colours}\" x=\"{x:0.##}\" y=\"{Math.Min(y, zero):0.#}\" width=\"{width:0.##}\" height=\"{Math.Max(0.6, Math.Abs(zero - y)):0.#}\"/>");
            }
        }
    }

    /// <summary>Stretches without a gap.</summary>
    private static IEnumerable<IReadOnlyList<(DateTime At, double Value)>> Runs(IEnumerable<(DateTime At, double? Value)> points)
    {
        List<(DateTime, double)> run = [];
        foreach (var (at, value) in points)
        {
            if (value is { } known)
            {
                run.Add((at, known));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private readonly record struct Frame(int X, int Y, int Width, int Height);

    private readonly record struct Scale(Frame Frame, DateTime From, DateTime To, double Bottom, double Top)
    {
        public double X(DateTime at) => Frame.X + (Frame.Width * ((at - From) / (To - From)));

        public double Y(double value) => Frame.Y + (Frame.Height * (1 - ((value - Bottom) / (Top - Bottom))));
    }
}
