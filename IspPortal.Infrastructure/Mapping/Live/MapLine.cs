using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>What the map remembers of a line.</summary>
internal sealed record MapLine
{
    public required Guid AccessId { get; init; }

    /// <summary>Null: nothing was sold over it, it is only drawn.</summary>
    public Guid? SubscriptionId { get; init; }

    public string? Number { get; init; }

    public Guid? CustomerId { get; init; }

    public string? CustomerName { get; init; }

    public required string Username { get; init; }

    public required Guid RouterId { get; init; }

    public Guid? PlanId { get; init; }

    public AccessHolds Holds { get; init; }

    public AccessState Wanted { get; init; }

    /// <summary>Where it is installed: the subscription's own place, else its customer's; null: nobody said.</summary>
    public GeoPoint? Point { get; init; }

    public string? Address { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Other routers on which it may be online.</summary>
    public IReadOnlyList<OtherPlace> Others { get; init; } = [];

    /// <summary>User name and number as they are searched.</summary>
    public required string LineKey { get; init; }

    /// <summary>The customer's name as it is searched.</summary>
    public string NameKey { get; init; } = "";
}
