using IspPortal.Core.Mapping.Ports;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>A drop from a port to a house.</summary>
/// <param name="Id">An id of the caller's own: the same one twice is done once.</param>
/// <param name="OdpId">The ODP; required.</param>
/// <param name="Number">The port; left out: the one that is kept for one of the lines, or else the first free one.</param>
/// <param name="Accesses">The lines that go through its ONT, one to eight; required.</param>
/// <param name="Latitude">Where the ONT is; required.</param>
/// <param name="Longitude">Where the ONT is; required.</param>
internal sealed record ConnectDropBody(Guid? Id = null, Guid? OdpId = null, int? Number = null, IReadOnlyList<Guid>? Accesses = null, double? Latitude = null, double? Longitude = null)
{
    /// <summary>The ONT's serial number.</summary>
    public string? OntSerial { get; init; }

    /// <summary>Measured, up to 5,000.</summary>
    public double? MeasuredMetres { get; init; }

    public ConnectDropRequest ToRequest() => new(OdpId ?? Guid.Empty, Number, Accesses ?? [], Latitude ?? double.NaN, Longitude ?? double.NaN, OntSerial, MeasuredMetres);
}
