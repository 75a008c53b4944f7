using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>Says how a promise of one or several parts stands. Pure.</summary>
public static class PromiseRule
{
    /// <summary>The most parts of a plan of instalments.</summary>
    public const int MostParts = 12;

    /// <summary>Kept once everything is paid or nothing is overdue any more; broken the day after a part was not; else open.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="paid">What the account paid since it was made.</param>
    /// <param name="isSettled">Whether the account owes nothing at all any more.</param>
    /// <param name="today">The day.</param>
    public static PromiseState StateOf(IReadOnlyList<PromisePart> parts, Money paid, bool isSettled, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var due = parts.Where(part => part.DueOn < today).Aggregate(Money.Zero, (sum, part) => sum + part.Amount);
        var all = parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount);
        return isSettled || paid >= all ? PromiseState.Kept : paid < due ? PromiseState.Broken : PromiseState.Open;
    }
}
