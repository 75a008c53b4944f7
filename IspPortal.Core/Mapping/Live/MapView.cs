namespace IspPortal.Core.Mapping.Live;

/// <summary>What a map draws, at most <see cref="MostMarks"/> marks of all kinds.</summary>
/// <param name="Lines">Lines; none for readers who may not know where customers live.</param>
/// <param name="Routers">Routers.</param>
/// <param name="Nodes">Nodes of the plant.</param>
/// <param name="Ways">Cables and radio links, the longest first.</param>
/// <param name="WaysLeftOut">How many more meet the view than are drawn.</param>
/// <param name="Heat">The squares under the marks.</param>
/// <param name="Counts">What is in view.</param>
/// <param name="AsOfUtc">When this was put together.</param>
public sealed record MapView(
    IReadOnlyList<MapLineMark> Lines,
    IReadOnlyList<MapRouterMark> Routers,
    IReadOnlyList<MapNodeMark> Nodes,
    IReadOnlyList<MapWay> Ways,
    int WaysLeftOut,
    IReadOnlyList<MapHeatCell> Heat,
    MapCounts Counts,
    DateTime AsOfUtc)
{
    /// <summary>No view has more marks.</summary>
    public const int MostMarks = 2_000;

    /// <summary>How many marks it has.</summary>
    public int Marks => Lines.Count + Routers.Count + Nodes.Count + Ways.Count + Heat.Count;
}
