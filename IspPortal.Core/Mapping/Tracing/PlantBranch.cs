using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>What hangs below something, over the ground.</summary>
/// <param name="Ways">Cables, radio links and drops below it, each with its bends.</param>
/// <param name="Houses">Where the lines are; none for who may not know.</param>
/// <param name="Ids">What of it has a mark on the map: nodes, cables, radio links and lines.</param>
/// <param name="LeftOut">How many houses are not among them, because no more than <see cref="MostHouses"/> are.</param>
public sealed record PlantBranch(IReadOnlyList<IReadOnlyList<GeoPoint>> Ways, IReadOnlyList<GeoPoint> Houses, IReadOnlyCollection<Guid> Ids, int LeftOut)
{
    /// <summary>A map shows no more houses at once.</summary>
    public const int MostHouses = 1_000;
}
