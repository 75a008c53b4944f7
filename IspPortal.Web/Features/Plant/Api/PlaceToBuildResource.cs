using IspPortal.Core.Mapping.Capacity;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>Houses close together that no free port reaches.</summary>
/// <param name="Middle">The middle of them.</param>
/// <param name="Prospects">Who asked and has nothing yet.</param>
/// <param name="Customers">Who has a line without a drop.</param>
internal sealed record PlaceToBuildResource(PlaceResource Middle, int Prospects, int Customers)
{
    public static PlaceToBuildResource Of(PlaceToBuild place) => new(PlaceResource.Of(place.Middle), place.Prospects, place.Customers);
}
