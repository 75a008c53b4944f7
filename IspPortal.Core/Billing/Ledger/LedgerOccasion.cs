namespace IspPortal.Core.Billing.Ledger;

/// <summary>When and why something is posted.</summary>
/// <param name="Key">Names the occasion for good, e.g. <c>invoice:{id}</c>: what is posted under a key already is not posted again. Up to 128 characters.</param>
/// <param name="On">The business day that it belongs to. On a closed day it is posted to the first open one after it.</param>
/// <param name="OccurredAtUtc">When it really happened, e.g. when somebody paid.</param>
/// <param name="Reference">The number of the document, e.g. <c>INV-202611-000042</c>. Up to 64 characters.</param>
/// <param name="DocumentId">The document, or null.</param>
/// <param name="Note">What else is to be known, or null. Up to 500 characters.</param>
public sealed record LedgerOccasion(string Key, DateOnly On, DateTime OccurredAtUtc, string Reference, Guid? DocumentId = null, string? Note = null);
