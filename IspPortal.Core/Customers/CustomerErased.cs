using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Customers;

/// <summary>A person was erased: whoever keeps data about the customer anonymises them.</summary>
/// <param name="CustomerId">The customer.</param>
public sealed record CustomerErased(Guid CustomerId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "customers.erased";

    /// <inheritdoc />
    public Guid AggregateId => CustomerId;
}
