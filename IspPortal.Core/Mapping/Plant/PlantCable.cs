using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>A cable with its way over the ground worked out.</summary>
/// <param name="Id">The cable.</param>
/// <param name="Name">Its name.</param>
/// <param name="FromNodeId">Where side A ends.</param>
/// <param name="ToNodeId">Where side B ends.</param>
/// <param name="Cores">How many cores.</param>
/// <param name="Owner">Whose it is; null: our own.</param>
/// <param name="Way">All points from side A to side B, the two nodes included.</param>
/// <param name="Box">Around the way.</param>
/// <param name="LengthMetres">As measured; else the way and the spare loops.</param>
internal sealed record PlantCable(Guid Id, string Name, Guid FromNodeId, Guid ToNodeId, int Cores, string? Owner, IReadOnlyList<GeoPoint> Way, GeoBox Box, double LengthMetres)
{
    /// <summary>How many cores lie in one tube.</summary>
    public int CoresPerTube { get; init; } = 12;

    /// <summary>Works it out.</summary>
    public static PlantCable Of(Cable cable, GeoPoint from, GeoPoint to)
    {
        List<GeoPoint> way = [from, .. RouteText.Read(cable.Bends), to];
        return new(cable.Id, cable.Name, cable.FromNodeId, cable.ToNodeId, cable.Cores, cable.Owner, way, GeoBox.Around(way)!.Value, cable.MeasuredMetres ?? (GeoRoute.MetresAlong(way) + cable.SpareMetres)) { CoresPerTube = cable.CoresPerTube };
    }
}
