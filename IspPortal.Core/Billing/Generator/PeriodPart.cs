using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>A part of a period.</summary>
/// <param name="Days">Its days, as the rule counts them.</param>
/// <param name="OfDays">Those of the whole.</param>
/// <param name="Rule">How they were counted.</param>
internal readonly record struct PeriodPart(int Days, int OfDays, BillRule Rule)
{
    /// <summary>Its share of what the whole costs.</summary>
    public Money Of(Money price) => Days == OfDays ? price : price.Times(Days, OfDays);
}
