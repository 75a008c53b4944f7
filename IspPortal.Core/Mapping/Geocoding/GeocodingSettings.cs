namespace IspPortal.Core.Mapping.Geocoding;

/// <summary>The server that knows addresses; a page of the settings. Off until one is named.</summary>
public sealed record GeocodingSettings
{
    /// <summary>Where a Nominatim answers, e.g. <c>https://nominatim.example.net</c>; empty: addresses are not looked for.</summary>
    public string Server { get; init; } = "";

    /// <summary>Whether addresses and places of customers may be sent to it, too.</summary>
    public bool CustomersAddresses { get; init; }

    /// <summary>Whom the server's operator can write to; sent along. May be empty.</summary>
    public string Email { get; init; } = "";

    /// <summary>Countries to look in, two letters each with commas between; empty: all.</summary>
    public string Countries { get; init; } = "id";

    /// <summary>The area whose places come first: south, west, north and east in degrees with commas between; empty: none.</summary>
    public string Around { get; init; } = "";

    /// <summary>So many seconds lie between two requests of one process, 1–60.</summary>
    public int SecondsBetween { get; init; } = 1;

    /// <summary>Whom the answers are owed to: shown beside them.</summary>
    public string Attribution { get; init; } = "© OpenStreetMap contributors";
}
