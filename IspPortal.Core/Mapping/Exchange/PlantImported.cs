using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>What reading a file in has done.</summary>
/// <param name="EditId">The edit that it is, for taking it back; null: there was nothing to do.</param>
/// <param name="Added">How many things are new.</param>
/// <param name="Changed">How many became otherwise.</param>
/// <param name="Around">Around the nodes that are new or changed; null: there are none.</param>
public sealed record PlantImported(Guid? EditId, int Added, int Changed, GeoBox? Around);
