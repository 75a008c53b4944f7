using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Mapping.Tracing;

/// <summary>What the map says of a line.</summary>
internal sealed record MappedLine(Guid AccessId, Guid RouterId, string Username, AccessPresence Presence, Guid? SubscriptionId, string? CustomerName, Money? Monthly)
{
    public LineBelow ToRow() => new(AccessId, Username, Presence, SubscriptionId, CustomerName, Monthly);
}
