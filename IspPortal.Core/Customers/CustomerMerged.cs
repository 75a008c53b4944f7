using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Customers;

/// <summary>A customer was merged into another one.</summary>
/// <param name="CustomerId">The customer that stays.</param>
/// <param name="MergedId">The customer that went into it.</param>
public sealed record CustomerMerged(Guid CustomerId, Guid MergedId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "customers.merged";

    /// <inheritdoc />
    public Guid AggregateId => CustomerId;
}
