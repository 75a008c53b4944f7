using System.Text.RegularExpressions;
using IspPortal.Tests.Architecture;

namespace IspPortal.Tests.Billing.Lists;

/// <summary>Which lists of the billing pages are not there as CSV, XLSX and PDF: from source files to violations, so that it can be shown to find one.</summary>
internal static partial class BillingLists
{
    private static readonly string[] Rooms = ["IspPortal.Web/Features/Billing/", "IspPortal.Web/Features/Dunning/"];

    /// <summary>Lists inside the page of one thing, which shows what happened to it: nobody works with them elsewhere.</summary>
    private static readonly string[] Histories = ["DunningAccountPage.razor: DunningEntryRow"];

    /// <summary>Grids without all three buttons, and links to a file that stand beside the one component for them.</summary>
    public static IEnumerable<string> NotExported(IEnumerable<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Name.EndsWith(".razor", StringComparison.Ordinal) && Rooms.Any(room => file.IsUnder(room))))
        {
            foreach (Match grid in Grids().Matches(file.Text))
            {
                var name = $"{file.Name}: {grid.Groups["row"].Value}";
                if (!Histories.Contains(name) && !(grid.Value.Contains("ExportPath=", StringComparison.Ordinal) && grid.Value.Contains("ExportsAll=\"true\"", StringComparison.Ordinal)))
                {
                    yield return name;
                }
            }

            foreach (Match link in Links().Matches(file.Text))
            {
                yield return $"{file.Name}: {link.Value} beside ExportButtons";
            }
        }
    }

    /// <summary>The paths that pages name and no endpoint answers in every format.</summary>
    public static IEnumerable<string> NotAnswered(IReadOnlyCollection<SourceFile> files)
    {
        var mapped = files.SelectMany(file => Maps().Matches(file.Text)).Select(map => Hole().Replace(map.Groups["path"].Value.TrimStart('/'), "*")).ToHashSet(StringComparer.Ordinal);
        return PathsOf(files).Where(path => !mapped.Contains(path));
    }

    /// <summary>The paths that the pages name, without ending; what is filled in is a star.</summary>
    public static IEnumerable<string> PathsOf(IEnumerable<SourceFile> files) => files
        .Where(file => file.Name.EndsWith(".razor", StringComparison.Ordinal) && Rooms.Any(room => file.IsUnder(room)))
        .SelectMany(file => Paths().Matches(file.Text)).Select(path => Hole().Replace(path.Groups["path"].Value, "*")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"<PortalGrid\b[^<]*?TRow=""(?<row>\w+)"".*?<Columns>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Grids();

    [GeneratedRegex(@"<a [^>]*href=""[^>]*export/(?!opening-template)[^>]*\.(csv|xlsx)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Links();

    [GeneratedRegex(@"MapList\(""(?<path>[^""]+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Maps();

    [GeneratedRegex(@"export/(?<path>(?!opening-template)[^""?]+?)\.csv", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Paths();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Hole();
}
