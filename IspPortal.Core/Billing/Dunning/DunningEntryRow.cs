using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A dated line of the history of a late account.</summary>
/// <param name="Id">The line.</param>
/// <param name="On">The day.</param>
/// <param name="AtUtc">The moment.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">A stage, a step, a number, or what somebody wrote; null: nothing more.</param>
/// <param name="Amount">How much, or null.</param>
/// <param name="ActorName">Who.</param>
public sealed record DunningEntryRow(Guid Id, DateOnly On, DateTime AtUtc, DunningEntryKind Kind, string? Detail, Money? Amount, string ActorName);
