using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Customers;

/// <summary>What a customer is called on screens was changed by hand; the person is the same.</summary>
/// <param name="CustomerId">The customer.</param>
public sealed record CustomerRenamed(Guid CustomerId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "customers.renamed";

    /// <inheritdoc />
    public Guid AggregateId => CustomerId;
}
