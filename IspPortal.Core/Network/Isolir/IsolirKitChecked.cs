using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Network.Isolir;

/// <summary>A router's isolir kit was checked; how that went is in its last report.</summary>
/// <param name="AggregateId">The router.</param>
public sealed record IsolirKitChecked(Guid AggregateId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "network.isolir_kit_checked";
}
