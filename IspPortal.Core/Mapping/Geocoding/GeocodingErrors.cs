using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Geocoding;

/// <summary>Expected failures of looking for addresses.</summary>
public static class GeocodingErrors
{
    /// <summary>No server is named in the settings.</summary>
    public static Error Off { get; } = new("map.geocoder_off", ErrorKind.Conflict);

    /// <summary>The settings do not let addresses of customers out.</summary>
    public static Error CustomersStay { get; } = new("map.geocoder_customers_stay", ErrorKind.Conflict);

    /// <summary>Too many wait for an answer already, or the server wants to be left alone for a while.</summary>
    public static Error Busy { get; } = new("map.geocoder_busy", ErrorKind.TooMany);

    /// <summary>The server did not answer within 5 seconds, or not as it should.</summary>
    public static Error Failed { get; } = new("map.geocoder_failed", ErrorKind.External);
}
