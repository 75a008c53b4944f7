using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Imports;

/// <summary>One account, static line, lease or profile as a router holds it, in the portal's words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; for a lease its address.</param>
/// <param name="ItemId">The router's id of it when it was read.</param>
public sealed record FoundLine(FoundKind Kind, string Name, string ItemId)
{
    /// <summary>How it is served; for a lease a static line, for a profile the service that uses it.</summary>
    public AccessService Service { get; init; }

    /// <summary>Its profile; null for static lines.</summary>
    public string? Profile { get; init; }

    /// <summary>A fixed address; empty: none; null: something the portal does not manage there, such as the name of a pool.</summary>
    public string? FixedAddress { get; init; }

    /// <summary>The only device that may use it; empty: any; null: something the portal does not manage there.</summary>
    public string? CallerId { get; init; }

    /// <summary>RouterOS's words; null: no limit, or the speed is in the profile.</summary>
    public string? RateLimit { get; init; }

    /// <summary>A profile's address list; empty: none.</summary>
    public string? AddressList { get; init; }

    /// <summary>Its password, or null when the router does not show it.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it is switched off.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>What people wrote about it, without the portal's mark.</summary>
    public string Comment { get; init; } = string.Empty;

    /// <summary>The portal's mark, or null.</summary>
    public string? Tag { get; init; }

    /// <summary>The password stays out of every text.</summary>
    public override string ToString() => $"{Kind} {Name}";
}
