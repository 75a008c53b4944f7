using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Billing.Print;

/// <summary>A run issued bills that are to be sent.</summary>
/// <param name="RunId">The run.</param>
/// <param name="InvoiceIds">The bills that were issued together.</param>
public sealed record BillsIssued(Guid RunId, IReadOnlyList<Guid> InvoiceIds) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "billing.bills_issued";

    /// <inheritdoc />
    public Guid AggregateId => RunId;
}
