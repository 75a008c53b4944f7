using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>A radio link as a file tells it; null: it does not say.</summary>
internal sealed record PlantFileLink(int Line, string Name, string? From, string? To, GeoPoint? Start = null, GeoPoint? End = null, int? CapacityMegabits = null, string? Note = null);
