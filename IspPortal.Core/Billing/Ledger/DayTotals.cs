namespace IspPortal.Core.Billing.Ledger;

/// <summary>What a closing of a day would hold.</summary>
/// <param name="On">The day, and the last one that it closes.</param>
/// <param name="FromOn">The first one that it closes; null when none was ever closed.</param>
/// <param name="Postings">How many postings there are.</param>
/// <param name="Totals">Money by where it lies.</param>
public sealed record DayTotals(DateOnly On, DateOnly? FromOn, int Postings, IReadOnlyList<DayTotalRow> Totals);
