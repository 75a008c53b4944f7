namespace IspPortal.Core.Common.Events;

/// <summary>
/// Something that happened, told to other features through the outbox after the commit. Carries ids only: whoever handles it reads
/// the present state itself, since it may be delivered late and more than once.
/// </summary>
public interface IDomainEvent
{
    /// <summary>Stable name, <c>feature.what_happened</c>, e.g. <c>billing.invoice_settled</c>. It is stored.</summary>
    static abstract string EventName { get; }

    /// <summary>The aggregate whose events keep their order, e.g. the invoice's id.</summary>
    Guid AggregateId { get; }
}
