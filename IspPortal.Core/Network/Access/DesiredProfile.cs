namespace IspPortal.Core.Network.Access;

/// <summary>What the portal wants of one profile on one router. It owns the speed and the address list there and nothing else, unless the profile is adopted.</summary>
/// <param name="Service">PPPoE or hotspot.</param>
/// <param name="Name">The profile's name on that router.</param>
public sealed record DesiredProfile(AccessService Service, string Name)
{
    /// <summary>The speed; null: not the portal's business.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The address list each session is put on; empty: none; null: not the portal's business.</summary>
    public string? AddressList { get; init; }

    /// <summary>One session per user: <c>yes</c>, <c>no</c> or <c>default</c> (PPPoE only); null: not the portal's business. Written only when adopted.</summary>
    public string? OnlyOne { get; init; }

    /// <summary>Whether the portal may write everything it knows here, and make the profile when it is missing.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>Address or pool of the router's end for a profile the portal makes; null: the router's default.</summary>
    public string? LocalAddress { get; init; }

    /// <summary>Pool (or address) of the customer's end for a profile the portal makes; null: none.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>
    /// The profile of that router after which the portal makes this one: it gets all of its settings but name, speed and comment. Where the router has no such profile this one is not made. Null: it
    /// has no model.
    /// </summary>
    public string? Like { get; init; }
}
