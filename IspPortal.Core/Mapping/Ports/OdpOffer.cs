namespace IspPortal.Core.Mapping.Ports;

/// <summary>An ODP that could serve a house.</summary>
/// <param name="OdpId">The ODP.</param>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Where it is.</param>
/// <param name="Longitude">Where it is.</param>
/// <param name="DistanceMetres">How far from the house as the crow flies.</param>
/// <param name="Ports">How many ports it has.</param>
/// <param name="Free">How many of them are free.</param>
/// <param name="FreePort">The first free one.</param>
/// <param name="ExpectedDbm">What should arrive at the house over that port, in dBm; null where the plant is not drawn up to an OLT.</param>
/// <param name="HasEnoughLight">Whether that is known and enough, with what is kept in reserve.</param>
public sealed record OdpOffer(Guid OdpId, string Name, double Latitude, double Longitude, double DistanceMetres, int Ports, int Free, int FreePort, double? ExpectedDbm, bool HasEnoughLight);
