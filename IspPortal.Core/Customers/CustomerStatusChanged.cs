using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Customers;

/// <summary>A customer's status followed its lines.</summary>
/// <param name="CustomerId">The customer.</param>
public sealed record CustomerStatusChanged(Guid CustomerId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "customers.status_changed";

    /// <inheritdoc />
    public Guid AggregateId => CustomerId;
}
