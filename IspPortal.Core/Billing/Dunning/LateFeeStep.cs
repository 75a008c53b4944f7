using System.Globalization;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>The fee from a day on: a share of what is open, or an amount.</summary>
/// <param name="FromDay">The day after the due day, 1 is the first; null: the first of the month after the due day's.</param>
/// <param name="BasisPoints">The share in hundredths of a percent.</param>
/// <param name="Least">No less than this; with no share it is the fee itself.</param>
public sealed record LateFeeStep(int? FromDay, int BasisPoints, Money Least)
{
    /// <summary>Its stored name, once per bill: <c>day-1</c>, <c>next-month</c>.</summary>
    public string Key => FromDay is { } day ? string.Create(CultureInfo.InvariantCulture, $"day-{day}") : "next-month";

    /// <summary>The first day on which it holds for a bill.</summary>
    public DateOnly StartOf(DateOnly dueOn) => FromDay is { } day ? dueOn.AddDays(day) : new DateOnly(dueOn.Year, dueOn.Month, 1).AddMonths(1);
}
