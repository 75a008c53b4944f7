using IspPortal.Core.Common.Tables;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>Makes nodes, cables and radio links of the features of a file.</summary>
internal static class PlantFeatures
{
    private static readonly Dictionary<string, PlantNodeKind> Kinds = Enum.GetValues<PlantNodeKind>().ToDictionary(kind => ColumnNames.KeyOf(kind.ToString()), StringComparer.Ordinal);
    private static readonly string RadioLink = ColumnNames.KeyOf(PlantFields.RadioLink);

    public static PlantFile Read(IEnumerable<PlantFeature> features)
    {
        var (nodes, cables, links, faults) = (new List<PlantFileNode>(), new List<PlantFileCable>(), new List<PlantFileLink>(), new List<PlantFileFault>());
        foreach (var feature in features)
        {
            var row = new PlantFeatureRow(feature);
            var name = row.Text(PlantFields.Name)?.Trim() ?? "";
            if (name.Length == 0)
            {
                row.Refuse(PlantFileErrors.NameMissing);
            }

            object read = KindOf(feature, row) switch
            {
                PlantFields.Cable => Cable(feature, row, name),
                PlantFields.RadioLink => Link(feature, row, name),
                var kind => Node(feature, row, name, kind),
            };
            if (row.Fault is { } fault)
            {
                faults.Add(new PlantFileFault(feature.Line, name, fault));
                continue;
            }

            switch (read)
            {
                case PlantFileNode node:
                    nodes.Add(node);
                    break;
                case PlantFileCable cable:
                    cables.Add(cable);
                    break;
                case PlantFileLink link:
                    links.Add(link);
                    break;
            }
        }

        return new PlantFile(nodes, cables, links, faults);
    }

    // A line that says nothing of itself is a cable; a point can be anything that stands.
    private static string? KindOf(PlantFeature feature, PlantFeatureRow row)
    {
        var said = row.Text(PlantFields.Kind);
        if (said is null)
        {
            var isLine = feature.Shape == PlantShape.Line || (feature.Shape != PlantShape.Point && row.Text(PlantFields.From) is not null);
            return isLine ? PlantFields.Cable : null;
        }

        var key = ColumnNames.KeyOf(said);
        if (key == PlantFields.Cable || key == RadioLink)
        {
            return key == RadioLink ? PlantFields.RadioLink : PlantFields.Cable;
        }

        if (!Kinds.ContainsKey(key))
        {
            row.Refuse(PlantFileErrors.UnknownKind(said.Length > PlantNode.LongestName ? said[..PlantNode.LongestName] : said));
        }

        return key;
    }

    private static PlantFileNode Node(PlantFeature feature, PlantFeatureRow row, string name, string? kind)
    {
        if (feature.Shape != PlantShape.Point)
        {
            row.Refuse(PlantFileErrors.NoShape);
        }

        var point = feature.Points is [var first, ..] ? first : default;
        Judge(row, point.IsOnEarth);
        return new PlantFileNode(
            feature.Line,
            kind is not null && Kinds.TryGetValue(kind, out var known) ? known : null,
            name,
            point,
            row.Text(PlantFields.Area),
            row.Text(PlantFields.Note),
            row.Whole(PlantFields.Ports),
            row.Whole(PlantFields.SplitterOutputs),
            row.Text(PlantFields.Site));
    }

    private static PlantFileCable Cable(PlantFeature feature, PlantFeatureRow row, string name)
    {
        var isLine = JudgeLine(feature, row);
        return new PlantFileCable(
            feature.Line,
            name,
            row.Text(PlantFields.From),
            row.Text(PlantFields.To),
            isLine ? feature.Points[0] : null,
            isLine ? feature.Points[^1] : null,
            feature.Shape == PlantShape.Bends ? feature.Points : isLine ? [.. feature.Points.Skip(1).SkipLast(1)] : null,
            row.Whole(PlantFields.Cores),
            row.Whole(PlantFields.CoresPerTube),
            row.Number(PlantFields.MeasuredMetres),
            row.Number(PlantFields.SpareMetres),
            row.Text(PlantFields.Owner),
            row.Text(PlantFields.Note));
    }

    private static PlantFileLink Link(PlantFeature feature, PlantFeatureRow row, string name)
    {
        var isLine = JudgeLine(feature, row);
        return new PlantFileLink(
            feature.Line,
            name,
            row.Text(PlantFields.From),
            row.Text(PlantFields.To),
            isLine ? feature.Points[0] : null,
            isLine ? feature.Points[^1] : null,
            row.Whole(PlantFields.CapacityMegabits),
            row.Text(PlantFields.Note));
    }

    /// <summary>Whether a line is drawn; without one its ends have to be named.</summary>
    private static bool JudgeLine(PlantFeature feature, PlantFeatureRow row)
    {
        Judge(row, feature.Points.All(point => point.IsOnEarth));
        if (feature.Shape == PlantShape.Point || (feature.Shape == PlantShape.Line && feature.Points.Count < 2))
        {
            row.Refuse(PlantFileErrors.NoShape);
            return false;
        }

        return feature.Shape == PlantShape.Line;
    }

    private static void Judge(PlantFeatureRow row, bool isOnEarth)
    {
        if (!isOnEarth)
        {
            row.Refuse(PlantErrors.NotOnEarth);
        }
    }
}
