using IspPortal.Core.Mapping.Ports;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What a drop is.</summary>
/// <param name="Latitude">Where the ONT is, degrees north; required.</param>
/// <param name="Longitude">Degrees east; required.</param>
/// <param name="OntSerial">The ONT's serial number; null when not known.</param>
/// <param name="MeasuredMetres">Measured, up to 5,000; null: the straight way counts.</param>
internal sealed record DropDetailsBody(double? Latitude = null, double? Longitude = null, string? OntSerial = null, double? MeasuredMetres = null)
{
    // What is missing is nowhere on earth, and refused as such.
    public DropDetails ToDetails() => new(Latitude ?? double.NaN, Longitude ?? double.NaN, OntSerial, MeasuredMetres);
}
