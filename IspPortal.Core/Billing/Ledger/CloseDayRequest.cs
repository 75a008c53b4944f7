namespace IspPortal.Core.Billing.Ledger;

/// <summary>A day that is to be closed.</summary>
/// <param name="On">The day.</param>
/// <param name="Postings">How many postings the totals that were looked at hold.</param>
/// <param name="Note">What is to be noted, e.g. what was counted; up to 500 characters.</param>
public sealed record CloseDayRequest(DateOnly On, int Postings, string? Note = null);
