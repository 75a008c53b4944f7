using IspPortal.Core.Audit;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>The last metres, from a port of an ODP to the ONT in a house.</summary>
[Audited("drop")]
internal sealed class Drop
{
    public required Guid Id { get; init; }

    public Guid OdpId { get; set; }

    public int Port { get; set; }

    /// <summary>Where the ONT is.</summary>
    [Personal]
    public double Latitude { get; set; }

    [Personal]
    public double Longitude { get; set; }

    /// <summary>Measured; null: the straight way to the ODP counts.</summary>
    public double? MeasuredMetres { get; set; }

    /// <summary>The ONT's serial number, in capitals: readings are keyed by it. Null: not known. Unique.</summary>
    public string? OntSerial { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    public long Version { get; set; }
}
