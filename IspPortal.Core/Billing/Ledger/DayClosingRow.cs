namespace IspPortal.Core.Billing.Ledger;

/// <summary>A day that was closed.</summary>
/// <param name="Id">The closing.</param>
/// <param name="On">The day, and the last one that it closed.</param>
/// <param name="FromOn">The first one that it closed; null for the first closing.</param>
/// <param name="ClosedAtUtc">When.</param>
/// <param name="ActorName">By whom.</param>
/// <param name="Postings">How many postings it holds.</param>
/// <param name="Note">What was noted, or null.</param>
/// <param name="Totals">Money by where it lies.</param>
public sealed record DayClosingRow(Guid Id, DateOnly On, DateOnly? FromOn, DateTime ClosedAtUtc, string ActorName, int Postings, string? Note, IReadOnlyList<DayTotalRow> Totals);
