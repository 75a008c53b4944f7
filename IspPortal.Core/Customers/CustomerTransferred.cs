using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Customers;

/// <summary>A customer became another legal person; lines and accounts stayed.</summary>
/// <param name="CustomerId">The customer.</param>
public sealed record CustomerTransferred(Guid CustomerId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "customers.transferred";

    /// <inheritdoc />
    public Guid AggregateId => CustomerId;
}
