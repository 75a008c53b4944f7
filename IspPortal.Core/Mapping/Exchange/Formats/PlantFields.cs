namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>What things of the plant are called in files; the words of the REST API.</summary>
internal static class PlantFields
{
    public const string Kind = "kind";
    public const string Name = "name";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";
    public const string Area = "area";
    public const string Note = "note";
    public const string Ports = "ports";
    public const string SplitterOutputs = "splitterOutputs";
    public const string Site = "site";
    public const string From = "from";
    public const string To = "to";
    public const string Way = "way";
    public const string Cores = "cores";
    public const string CoresPerTube = "coresPerTube";
    public const string MeasuredMetres = "measuredMetres";
    public const string SpareMetres = "spareMetres";
    public const string Owner = "owner";
    public const string CapacityMegabits = "capacityMegabits";

    public const string Cable = "cable";
    public const string RadioLink = "radioLink";

    /// <summary>The columns of a table.</summary>
    public static readonly IReadOnlyList<string> Columns =
        [Kind, Name, Latitude, Longitude, Area, Note, Ports, SplitterOutputs, Site, From, To, Way, Cores, CoresPerTube, MeasuredMetres, SpareMetres, Owner, CapacityMegabits];

    private static readonly Dictionary<string, string[]> OtherWords = new(StringComparer.Ordinal)
    {
        [Kind] = ["type", "jenis"],
        [Name] = ["nama"],
        [Latitude] = ["lat", "lintang"],
        [Longitude] = ["lng", "lon", "long", "bujur"],
        [Area] = ["wilayah"],
        [Note] = ["notes", "catatan", "keterangan"],
        [Ports] = ["port", "jumlahport"],
        [From] = ["dari"],
        [To] = ["ke"],
        [Cores] = ["core", "jumlahcore"],
        [Owner] = ["pemilik"],
    };

    /// <summary>What else people call it, as keys; the word itself first.</summary>
    public static IEnumerable<string> WordsOf(string field) => OtherWords.GetValueOrDefault(field, []).Prepend(field.ToLowerInvariant());
}
