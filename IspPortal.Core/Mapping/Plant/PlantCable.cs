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

    /// <summary>As read from the sheath; null: the way and the spare loops count.</summary>
    public double? MeasuredMetres { get; init; }

    /// <summary>What lies in loops.</summary>
    public double SpareMetres { get; init; }

    /// <summary>A note or null.</summary>
    public string? Note { get; init; }

    /// <summary>The way between the two nodes.</summary>
    public IEnumerable<GeoPoint> Bends => Way.Skip(1).SkipLast(1);

    /// <summary>Works it out.</summary>
    public static PlantCable Of(Cable cable, GeoPoint from, GeoPoint to)
    {
        List<GeoPoint> way = [from, .. RouteText.Read(cable.Bends), to];
        return new(cable.Id, cable.Name, cable.FromNodeId, cable.ToNodeId, cable.Cores, cable.Owner, way, GeoBox.Around(way)!.Value, cable.MeasuredMetres ?? (GeoRoute.MetresAlong(way) + cable.SpareMetres))
        {
            CoresPerTube = cable.CoresPerTube,
            MeasuredMetres = cable.MeasuredMetres,
            SpareMetres = cable.SpareMetres,
            Note = cable.Note,
        };
    }
}
