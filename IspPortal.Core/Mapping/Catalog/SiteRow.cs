using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Catalog;

/// <summary>A site or tower.</summary>
/// <param name="Id">The site.</param>
/// <param name="Kind"><see cref="PlantNodeKind.Site"/> or <see cref="PlantNodeKind.Tower"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Where it is.</param>
/// <param name="Longitude">Where it is.</param>
/// <param name="Area">The neighbourhood, or null.</param>
/// <param name="Note">A few words, or null.</param>
/// <param name="Olts">How many OLTs stand there.</param>
/// <param name="Routers">How many routers stand there.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record SiteRow(Guid Id, PlantNodeKind Kind, string Name, double Latitude, double Longitude, string? Area, string? Note, int Olts, int Routers, long Version);
