using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>What the panel of a line says.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="SubscriptionId">Its subscription; null when it has none.</param>
/// <param name="Number">That subscription's number.</param>
/// <param name="CustomerId">Whose; null when it has no subscription.</param>
/// <param name="CustomerName">What the customer is called; null when the reader may not know.</param>
/// <param name="Username">The line's user name.</param>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Address">Where it is installed, in words; null when the reader may not know or nobody said.</param>
/// <param name="Point">Where it is on the map; null when nobody said.</param>
/// <param name="OdpId">The ODP that its drop is plugged into; null when that is not drawn.</param>
/// <param name="OdpName">Its name.</param>
/// <param name="OdpPort">The port there.</param>
/// <param name="SessionRouterId">Where its session is; null without one.</param>
/// <param name="SessionAddress">The address that it holds; null without a session.</param>
/// <param name="SessionStartedAtUtc">Since when; null without a session or when unknown.</param>
public sealed record MapLineDetails(
    Guid AccessId,
    Guid? SubscriptionId,
    string? Number,
    Guid? CustomerId,
    string? CustomerName,
    string Username,
    Guid RouterId,
    string? RouterName,
    MapLineState State,
    string? Address,
    GeoPoint? Point,
    Guid? OdpId,
    string? OdpName,
    int? OdpPort,
    Guid? SessionRouterId,
    string? SessionAddress,
    DateTime? SessionStartedAtUtc);
