using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>A cable as a file tells it; null: it does not say.</summary>
/// <param name="Line">Where in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">The name of the node at side A.</param>
/// <param name="To">The name of the node at side B.</param>
/// <param name="Start">Where a drawn line begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Bends">Its way between the two.</param>
/// <param name="Cores">How many cores.</param>
/// <param name="CoresPerTube">How many of them lie in one tube.</param>
/// <param name="MeasuredMetres">As read from the sheath.</param>
/// <param name="SpareMetres">In loops.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Note">A note.</param>
internal sealed record PlantFileCable(
    int Line,
    string Name,
    string? From,
    string? To,
    GeoPoint? Start = null,
    GeoPoint? End = null,
    IReadOnlyList<GeoPoint>? Bends = null,
    int? Cores = null,
    int? CoresPerTube = null,
    double? MeasuredMetres = null,
    double? SpareMetres = null,
    string? Owner = null,
    string? Note = null);
