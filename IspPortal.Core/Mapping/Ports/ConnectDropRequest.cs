namespace IspPortal.Core.Mapping.Ports;

/// <summary>A drop from a port to a house.</summary>
/// <param name="OdpId">The ODP.</param>
/// <param name="Number">The port; null: the one that is kept for one of the lines, or else the first free one.</param>
/// <param name="Accesses">The lines that go through its ONT: one to eight.</param>
/// <param name="Latitude">Where the ONT is.</param>
/// <param name="Longitude">Where the ONT is.</param>
/// <param name="OntSerial">The ONT's serial number, or null when not known.</param>
/// <param name="MeasuredMetres">Measured, up to 5,000; null: the straight way counts.</param>
public sealed record ConnectDropRequest(Guid OdpId, int? Number, IReadOnlyList<Guid> Accesses, double Latitude, double Longitude, string? OntSerial = null, double? MeasuredMetres = null)
{
    /// <summary>The most lines that go through one ONT.</summary>
    public const int MostLines = 8;

    /// <summary>The longest drop, in metres.</summary>
    public const double MostMetres = 5_000;
}
