using IspPortal.Core.Audit;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>A cable between two nodes.</summary>
[Audited("cable")]
internal sealed class Cable
{
    /// <summary>The most cores that a cable has.</summary>
    public const int MostCores = 288;

    /// <summary>The most bends that a drawn way has.</summary>
    public const int MostPoints = 2_000;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as it is kept apart from others; unique.</summary>
    [NotAudited]
    public required string NameKey { get; set; }

    /// <summary>Where side A ends.</summary>
    public Guid FromNodeId { get; set; }

    /// <summary>Where side B ends.</summary>
    public Guid ToNodeId { get; set; }

    public int Cores { get; set; }

    /// <summary>How many cores lie in one tube; cores and tubes are coloured in the order of TIA-598.</summary>
    public int CoresPerTube { get; set; } = 12;

    /// <summary>The bends between the two nodes, as <see cref="RouteText"/> writes them; empty: straight.</summary>
    public string Bends { get; set; } = "";

    /// <summary>As read from the sheath's metre marks; null: the drawn way and <see cref="SpareMetres"/> count.</summary>
    public double? MeasuredMetres { get; set; }

    /// <summary>What lies in loops at poles and closures, besides the drawn way.</summary>
    public double SpareMetres { get; set; }

    /// <summary>Whose it is; null: our own.</summary>
    public string? Owner { get; set; }

    public string? Note { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    public long Version { get; set; }
}
