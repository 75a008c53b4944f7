using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Reporting.Reports;
using IspPortal.Tests.Architecture;
using IspPortal.Web.Documents;
using IspPortal.Web.Features.Dashboards;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>Whatever the sources name has its word in both languages.</summary>
public sealed partial class EveryWordOfAReportTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void What_the_sources_name_has_a_word(string language)
    {
        var texts = new ResourceManager(typeof(ReportTexts).FullName!, typeof(ReportTexts).Assembly);
        var sources = SourceTree.Read().Where(file => file.IsUnder("IspPortal.Infrastructure/Reporting/Reports/Sources/")).Select(file => File.ReadAllText(Path.Combine(SourceTree.Root, file.Path))).ToList();
        Assert.Equal(5, sources.Count);
        HashSet<string> keys = [];
        foreach (var text in sources)
        {
            keys.UnionWith(Section().Matches(text).Select(match => "Report.Section." + match.Groups["key"].Value));
            keys.UnionWith(Series().Matches(text).Select(match => "Report.Series." + match.Groups["key"].Value));
            keys.UnionWith(Table().Matches(text).Select(match => "Report.Table." + match.Groups["key"].Value));
            keys.UnionWith(Column().Matches(text).Select(match => "Report.Column." + match.Groups["key"].Value));
            keys.UnionWith(Chart().Matches(text).Select(match => "Report.Chart." + match.Groups["key"].Value));
            foreach (var notes in Notes().Matches(text).Select(match => match.Value))
            {
                keys.UnionWith(Note().Matches(notes).Select(match => "Report.Note." + match.Groups["key"].Value));
            }
        }

        keys.UnionWith(Enum.GetNames<ReportKind>().Select(name => "Report.Kind." + name));
        keys.UnionWith(Enum.GetNames<OutageKind>().Select(name => "Report.Word.Outage." + name));
        keys.UnionWith(Enum.GetNames<CapacityOutlook>().Select(name => "Report.Word.Outlook." + name));
        keys.UnionWith(Enum.GetNames<SubscriptionStatus>().Select(name => "Report.Word.Status." + name));
        Assert.InRange(keys.Count, 90, 200);
        Assert.DoesNotContain(keys, key => texts.GetResourceSet(CultureInfo.GetCultureInfo(language), true, language == "en")?.GetString(key) is null);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_metric_and_choice_of_a_widget_has_a_word(string language)
    {
        var texts = new ResourceManager(typeof(DashboardsTexts).FullName!, typeof(DashboardsTexts).Assembly);
        string[] keys =
        [
            .. MetricCatalog.All.Select(metric => "Metric." + metric.Metric), .. Names<WidgetKind>("Kind."), .. Names<WidgetSummary>("Summary."), .. Names<WidgetStatusOf>("StatusOf."), .. Names<WidgetStanding>("Standing."),
            .. Names<DashboardRange>("Range."), .. Names<DashboardVisibility>("Visibility."), .. Names<SeriesSubjectKind>("Subject.").Where(key => key != "Subject.Cpe"),
        ];
        Assert.DoesNotContain(keys, key => texts.GetResourceSet(CultureInfo.GetCultureInfo(language), true, language == "en")?.GetString(key) is null);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void The_message_of_a_report_has_its_texts_and_names_its_fields(string language)
    {
        var ready = ReportMessages.Ready;
        foreach (var part in new[] { "Subject", "Body", "Short" })
        {
            var text = ready.Texts.GetString($"{ready.Key}.{part}", CultureInfo.GetCultureInfo(language));
            Assert.NotNull(text);
            Assert.Empty(Field().Matches(text).Select(match => match.Groups["key"].Value).Except(ready.Fields.Select(field => field.Name)));
        }

        Assert.NotEqual(ready.Texts.GetString("report.ready.Body", CultureInfo.GetCultureInfo("en")), ready.Texts.GetString("report.ready.Body", CultureInfo.GetCultureInfo("id")));
    }

    private static IEnumerable<string> Names<TEnum>(string prefix)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(name => prefix + name);

    [GeneratedRegex(@"new ReportSection\(""(?<key>\w+)""|ReportSection \w+\([^)]*\) => new\(""(?<key>\w+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Section();

    [GeneratedRegex(@"new ReportSeries\(""(?<key>\w+)""|Series\(""(?<key>\w+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Series();

    [GeneratedRegex(@"new ReportTable\(\s*""(?<key>\w+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<=\[[^\]]*)new\(""(?<key>\w+)"", ReportUnit\.\w+\)(?=[,\]])", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Column();

    [GeneratedRegex(@"new\(\s*""(?<key>\w+)"",\s*ReportUnit\.\w+,\s*IsBars", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Chart();

    [GeneratedRegex(@"Notes = [^\n]*", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Notes();

    [GeneratedRegex(@"new\(""(?<key>\w+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Note();

    [GeneratedRegex(@"\{(?<key>\w+)\}", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Field();
}
