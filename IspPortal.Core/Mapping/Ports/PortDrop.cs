namespace IspPortal.Core.Mapping.Ports;

/// <summary>The drop on a port.</summary>
/// <param name="Id">The drop.</param>
/// <param name="OntSerial">The ONT's serial number, or null when not known.</param>
/// <param name="Latitude">Where the ONT is.</param>
/// <param name="Longitude">Where the ONT is.</param>
/// <param name="MeasuredMetres">Measured; null: the straight way counts.</param>
/// <param name="Lines">The lines that go through it.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record PortDrop(Guid Id, string? OntSerial, double Latitude, double Longitude, double? MeasuredMetres, IReadOnlyList<PortLine> Lines, long Version);
