using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Customers;

/// <summary>A former owner of a customer was erased; the customer and its present owner stay.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="FormerOwnerId">The former owner.</param>
public sealed record FormerOwnerErased(Guid CustomerId, Guid FormerOwnerId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "customers.former_owner_erased";

    /// <inheritdoc />
    public Guid AggregateId => CustomerId;
}
