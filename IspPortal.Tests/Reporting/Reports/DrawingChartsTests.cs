using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IspPortal.Web.Documents.Charts;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>Charts on paper: gaps are gaps, bars stand on zero, axes are round.</summary>
public sealed partial class DrawingChartsTests
{
    private static readonly DateTime From = new(2026, 11, 1);
    private static readonly DateTime To = new(2026, 12, 1);

    [Fact]
    public void A_gap_parts_the_line()
    {
        var svg = Draw(false, new ChartLine("a", [(From, 1), (From.AddDays(1), 2), (From.AddDays(2), null), (From.AddDays(3), 3), (From.AddDays(4), 1), (From.AddDays(5), null), (From.AddDays(6), 4)]));
        Assert.Equal([2, 2], svg.Descendants().Where(e => e.Name.LocalName == "polyline").Select(e => e.Attribute("points")!.Value.Split(' ').Length));
        Assert.Single(svg.Descendants(), e => e.Name.LocalName == "circle");
    }

    [Fact]
    public void What_was_not_read_draws_nothing_and_breaks_nothing()
    {
        var svg = Draw(false, new ChartLine("a", [(From, null), (To, null)]));
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "polyline" or "circle");
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_stand_on_zero_side_by_side()
    {
        var svg = Draw(true, new ChartLine("a", [(From, 5), (From.AddDays(1), null)]), new ChartLine("b", [(From, 10)]));
        var bars = svg.Descendants().Where(e => e.Name.LocalName == "rect").ToList();
        Assert.Equal(2, bars.Count);
        double Of(int at, string name) => double.Parse(bars[at].Attribute(name)!.Value, CultureInfo.InvariantCulture);
        Assert.Equal(Of(0, "y") + Of(0, "height"), Of(1, "y") + Of(1, "height"), 0.2);
        Assert.Equal(2, Of(1, "height") / Of(0, "height"), 0.02);
        Assert.True(Of(0, "x") + Of(0, "width") <= Of(1, "x") + 0.02);
    }

    [Fact]
    public void Everything_lies_within_the_drawing()
    {
        var svg = Draw(false, new ChartLine("a", [.. Enumerable.Range(0, 200).Select(n => (From.AddHours(n * 3.6), (double?)(1_000_000 * Math.Sin(n))))]));
        foreach (Match number in Coordinates().Matches(string.Join(' ', svg.Descendants().Where(e => e.Name.LocalName == "polyline").Select(e => e.Attribute("points")!.Value))))
        {
            Assert.InRange(double.Parse(number.Groups["x"].Value, CultureInfo.InvariantCulture), 60, 640);
            Assert.InRange(double.Parse(number.Groups["y"].Value, CultureInfo.InvariantCulture), 0, 200);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.93, 1)]
    [InlineData(1, 1)]
    [InlineData(7.1, 8)]
    [InlineData(99.9, 100)]
    [InlineData(101, 150)]
    [InlineData(2_310_000_000, 2_500_000_000)]
    public void Axes_end_on_round_numbers(double value, double ceiling) => Assert.Equal(ceiling, ChartAxis.Ceiling(value), ceiling * 1e-9);

    [Fact]
    public void Levels_of_light_hang_below_zero()
    {
        Assert.Equal((-30, 0), ChartAxis.RangeOf([-19.4, -27.1], null));
        Assert.Equal((0, 100), ChartAxis.RangeOf([3, 4], 100));
    }

    [Fact]
    public void The_time_axis_has_round_moments_and_not_too_many()
    {
        Assert.Equal([0, 3, 6, 9, 12, 15, 18, 21, 0], ChartAxis.MomentsOf(From, From.AddDays(1), 8).Select(at => at.Hour));
        Assert.InRange(ChartAxis.MomentsOf(From.AddMinutes(7), From.AddDays(400), 6).Count, 2, 7);
    }

    [Fact]
    public void Places_keep_their_directions_and_stay_inside()
    {
        var svg = XElement.Parse(PlacesDrawing.Draw([new("West <1>", -6.25, 107.0, "good"), new("East", -6.25, 107.3, "bad"), new("North", -6.20, 107.15, "info")], 640, 300, "Map"));
        double Of(int at, string name) => double.Parse(svg.Elements().Where(e => e.Name.LocalName == "circle").ElementAt(at).Attribute(name)!.Value, CultureInfo.InvariantCulture);
        Assert.True(Of(0, "cx") < Of(2, "cx") && Of(2, "cx") < Of(1, "cx"));
        Assert.True(Of(2, "cy") < Of(0, "cy"));
        Assert.All([0, 1, 2], at => Assert.True(Of(at, "cx") is > 20 and < 620 && Of(at, "cy") is > 20 and < 280));
        Assert.Equal("West <1>", svg.Elements().First(e => e.Name.LocalName == "text").Value);
        Assert.NotEqual("", PlacesDrawing.Draw([new("Alone", 1, 1, "good")], 640, 300, ""));
        Assert.Equal("", PlacesDrawing.Draw([], 640, 300, ""));
    }

    [Fact]
    public void Words_are_written_as_words() => Assert.Equal("<b>&\"", Draw(false, new ChartLine("a", [])).Attribute("aria-label")!.Value);

    private static XElement Draw(bool bars, params ChartLine[] lines) =>
        XElement.Parse(ChartDrawing.Draw(new ChartPlan(From, To, lines, value => value.ToString("0", CultureInfo.InvariantCulture)) { IsBars = bars, Label = "<b>&\"" }, CultureInfo.GetCultureInfo("en-GB")));

    [GeneratedRegex(@"(?<x>-?[\d.]+),(?<y>-?[\d.]+)", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Coordinates();
}
