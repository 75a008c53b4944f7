namespace IspPortal.Core.Mapping.Geocoding;

/// <summary>What one may ask the server for addresses.</summary>
/// <param name="FindsPlaces">Places by their names.</param>
/// <param name="TakesCustomersAddresses">Also where customers live.</param>
/// <param name="Attribution">Whom the answers are owed to: shown beside them.</param>
public readonly record struct GeocoderUse(bool FindsPlaces, bool TakesCustomersAddresses, string? Attribution);
