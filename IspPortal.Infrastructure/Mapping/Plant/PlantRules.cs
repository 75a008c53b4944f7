using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>What a drawing must be by itself, whatever else is drawn.</summary>
internal static class PlantRules
{
    private const double MostMetres = 500_000;
    private const int MostMegabits = 1_000_000;
    private const int MostPerTube = 24;

    private static readonly int[] SplitterSizes = [2, 4, 8, 16, 32, 64];

    public static Error? Judge(SavePlantNodeRequest request)
    {
        var wrong = Name(request.Name).Concat(PlainText.Judge(request)).ToList();
        Check(wrong, Enum.IsDefined(request.Kind), "kind", "common.not_allowed");
        Longest(wrong, "area", request.Area, PlantNode.LongestName);
        Longest(wrong, "note", request.Note, PlantNode.LongestText);
        var hasPorts = request.Kind is PlantNodeKind.Olt or PlantNodeKind.Odp;
        Check(wrong, hasPorts ? request.Ports is >= 1 and <= PlantNode.MostPorts : request.Ports == 0, "ports", "common.out_of_range", hasPorts ? 1 : 0, hasPorts ? PlantNode.MostPorts : 0);
        Check(wrong, request.SplitterOutputs is not { } outputs || (request.Kind == PlantNodeKind.Odp && SplitterSizes.Contains(outputs)), "splitterOutputs", "common.not_allowed");
        Check(wrong, request.SplitterOutputs is not { } inside || inside <= request.Ports, "splitterOutputs", "plant.more_outputs_than_ports");
        Check(wrong, request.RouterId is null || request.Kind == PlantNodeKind.Olt, "routerId", "common.not_allowed");
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : Judge(request.Point);
    }

    public static Error? Judge(SaveCableRequest request)
    {
        var wrong = Name(request.Name).Concat(PlainText.Judge(request)).ToList();
        Check(wrong, request.Cores is >= 1 and <= Cable.MostCores, "cores", "common.out_of_range", 1, Cable.MostCores);
        Check(wrong, request.CoresPerTube is >= 1 and <= MostPerTube, "coresPerTube", "common.out_of_range", 1, MostPerTube);
        Check(wrong, request.MeasuredMetres is null or (>= 0 and <= MostMetres), "measuredMetres", "common.out_of_range", 0, MostMetres);
        Check(wrong, request.SpareMetres is >= 0 and <= MostMetres, "spareMetres", "common.out_of_range", 0, MostMetres);
        Longest(wrong, "owner", request.Owner, PlantNode.LongestName);
        Longest(wrong, "note", request.Note, PlantNode.LongestText);
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong)
            : request.FromNodeId == request.ToNodeId ? PlantErrors.CableOntoItself
            : Judge(request.Bends);
    }

    public static Error? Judge(SaveRadioLinkRequest request)
    {
        var wrong = Name(request.Name).Concat(PlainText.Judge(request)).ToList();
        Check(wrong, request.CapacityMegabits is null or (>= 1 and <= MostMegabits), "capacityMegabits", "common.out_of_range", 1, MostMegabits);
        Longest(wrong, "note", request.Note, PlantNode.LongestText);
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : request.FromNodeId == request.ToNodeId ? PlantErrors.LinkOntoItself : null;
    }

    public static Error? Judge(SaveSplitterRequest request)
    {
        var wrong = Name(request.Name).Concat(PlainText.Judge(request)).ToList();
        Check(wrong, SplitterSizes.Contains(request.Outputs), "outputs", "common.not_allowed");
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : null;
    }

    public static Error? Judge(IReadOnlyList<GeoPoint> bends) =>
        bends.Count > Cable.MostPoints ? PlantErrors.TooManyBends(Cable.MostPoints) : bends.Any(p => !p.IsOnEarth) ? PlantErrors.NotOnEarth : null;

    public static Error? Judge(GeoPoint point) => point.IsOnEarth ? null : PlantErrors.NotOnEarth;

    public static IEnumerable<FieldError> Name(string? name, string field = "name")
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new FieldError(field, "common.required");
        }
        else if (name.Trim().Length > PlantNode.LongestName)
        {
            yield return new FieldError(field, "common.too_long", PlantNode.LongestName);
        }
    }

    private static void Longest(List<FieldError> wrong, string field, string? text, int longest) => Check(wrong, text is null || text.Length <= longest, field, "common.too_long", longest);

    private static void Check(List<FieldError> wrong, bool holds, string field, string code, params object?[] arguments)
    {
        if (!holds)
        {
            wrong.Add(new FieldError(field, code, arguments));
        }
    }
}
