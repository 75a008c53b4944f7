using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>A place on the ground in WGS 84.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal sealed record PlaceResource(double Latitude, double Longitude)
{
    public static PlaceResource Of(GeoPoint point) => new(point.Latitude, point.Longitude);
}
