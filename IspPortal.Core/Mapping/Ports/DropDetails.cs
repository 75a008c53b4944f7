namespace IspPortal.Core.Mapping.Ports;

/// <summary>What a drop is.</summary>
/// <param name="Latitude">Where the ONT is.</param>
/// <param name="Longitude">Where the ONT is.</param>
/// <param name="OntSerial">The ONT's serial number, or null when not known.</param>
/// <param name="MeasuredMetres">Measured, up to 5,000; null: the straight way counts.</param>
public sealed record DropDetails(double Latitude, double Longitude, string? OntSerial = null, double? MeasuredMetres = null);
