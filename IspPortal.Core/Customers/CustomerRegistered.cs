using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Customers;

/// <summary>A customer was added.</summary>
/// <param name="CustomerId">The customer.</param>
public sealed record CustomerRegistered(Guid CustomerId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "customers.registered";

    /// <inheritdoc />
    public Guid AggregateId => CustomerId;
}
