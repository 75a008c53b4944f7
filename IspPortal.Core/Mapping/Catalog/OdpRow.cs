using IspPortal.Core.Mapping.Ports;

namespace IspPortal.Core.Mapping.Catalog;

/// <summary>An ODP.</summary>
/// <param name="Id">The ODP.</param>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Where it is.</param>
/// <param name="Longitude">Where it is.</param>
/// <param name="Area">The neighbourhood, or null.</param>
/// <param name="Note">A few words, or null.</param>
/// <param name="SplitterOutputs">Outputs of the splitter inside; null: none.</param>
/// <param name="Stock">How its ports stand.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record OdpRow(Guid Id, string Name, double Latitude, double Longitude, string? Area, string? Note, int? SplitterOutputs, PortStock Stock, long Version);
