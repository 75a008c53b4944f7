using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Capacity;

/// <summary>Houses close together that no free port reaches.</summary>
/// <param name="Middle">The middle of them.</param>
/// <param name="Box">Around all of them.</param>
/// <param name="Prospects">Who asked and has nothing yet.</param>
/// <param name="Customers">Who has a line without a drop.</param>
public sealed record PlaceToBuild(GeoPoint Middle, GeoBox Box, int Prospects, int Customers)
{
    /// <summary>Both together.</summary>
    public int Houses => Prospects + Customers;
}
