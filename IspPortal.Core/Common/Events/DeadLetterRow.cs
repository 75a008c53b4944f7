namespace IspPortal.Core.Common.Events;

/// <summary>One delivery that was given up.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventName">What happened, e.g. <c>billing.invoice_settled</c>.</param>
/// <param name="AggregateId">What it happened to.</param>
/// <param name="Handler">Who could not handle it.</param>
/// <param name="OccurredAtUtc">When it happened.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">What the last try said.</param>
public sealed record DeadLetterRow(long Id, string EventName, Guid AggregateId, string Handler, DateTime OccurredAtUtc, int Attempts, string Error);
