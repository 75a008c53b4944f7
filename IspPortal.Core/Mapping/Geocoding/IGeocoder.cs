using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Geocoding;

/// <summary>
/// Addresses and places by a server that speaks as Nominatim does. Everything needs <see cref="MappingPermissions.MapRead"/>. The server is somebody else's machine: nothing is sent to it while somebody types, and addresses of
/// customers only while the settings allow that. Answers are kept in memory for a day. Failures: <see cref="GeocodingErrors"/>.
/// </summary>
public interface IGeocoder
{
    /// <summary>What the reader may ask now: nothing without a server or the permission.</summary>
    ValueTask<GeocoderUse> UseAsync(CancellationToken cancellationToken);

    /// <summary>Up to 5 places that fit a text of at most 200 letters, best first, in the reader's language.</summary>
    /// <param name="text">What to look for.</param>
    /// <param name="isCustomersAddress">Whether it is where a customer lives.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<Result<IReadOnlyList<FoundPlace>>> SearchAsync(string text, bool isCustomersAddress, CancellationToken cancellationToken);

    /// <summary>The address at a customer's place, in the reader's language; null when the server knows none there.</summary>
    Task<Result<string?>> AddressAtAsync(GeoPoint point, CancellationToken cancellationToken);
}
