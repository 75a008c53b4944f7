using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Clusters;

/// <summary>Marks that lie too close to tell apart, or a single one.</summary>
/// <param name="Id">The mark, when there is one; else null.</param>
/// <param name="Point">Where it is, or the middle of all.</param>
/// <param name="Count">How many.</param>
/// <param name="States">How many of each state, by the number of the state; as long as the highest state in the layer.</param>
/// <param name="Box">Around all of them: where a click zooms to.</param>
public sealed record MapCluster(Guid? Id, GeoPoint Point, int Count, IReadOnlyList<int> States, GeoBox Box);
