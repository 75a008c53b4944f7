using IspPortal.Core.Audit;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>Something of the plant that stands at one place.</summary>
[Audited("plant_node")]
internal sealed class PlantNode
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    /// <summary>The longest note, address or area.</summary>
    public const int LongestText = 300;

    /// <summary>The most ports that an ODP or OLT has.</summary>
    public const int MostPorts = 256;

    public required Guid Id { get; init; }

    public PlantNodeKind Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>The name as it is kept apart from others; unique over all kinds.</summary>
    [NotAudited]
    public required string NameKey { get; set; }

    public double Latitude { get; set; }

    public double Longitude { get; set; }

    /// <summary>The neighbourhood that capacity is counted for; null: none said.</summary>
    public string? Area { get; set; }

    public string? Note { get; set; }

    /// <summary>Of an OLT its PON ports, of an ODP its ports for drops; else 0.</summary>
    public int Ports { get; set; }

    /// <summary>Of an ODP with a splitter inside, whose outputs are wired to the ports of the same numbers: how many outputs. Null: no splitter, ports are joined one by one.</summary>
    public int? SplitterOutputs { get; set; }

    /// <summary>The site or tower it stands in; null: on its own.</summary>
    public Guid? SiteId { get; set; }

    /// <summary>Of an OLT: the router that its lines come to; else null.</summary>
    public Guid? RouterId { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    public long Version { get; set; }

    public GeoPoint Point => new(Latitude, Longitude);

    /// <summary>A name as it is compared.</summary>
    public static string KeyOf(string name) => name.Trim().ToLowerInvariant();
}
