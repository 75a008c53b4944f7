using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans;

/// <summary>One paid period of a plan.</summary>
/// <param name="Cycle">Its kind.</param>
/// <param name="Days">Its days; null unless <see cref="PlanCycle.CustomDays"/>.</param>
public readonly record struct PlanPeriod(PlanCycle Cycle, int? Days = null)
{
    /// <summary>The day after the last of the period that begins on <paramref name="from"/>; a month that is too short ends it earlier, once.</summary>
    public DateOnly EndOf(DateOnly from) => Cycle switch
    {
        PlanCycle.Daily => from.AddDays(1),
        PlanCycle.Weekly => from.AddDays(7),
        PlanCycle.Monthly => from.AddMonths(1),
        PlanCycle.Quarterly => from.AddMonths(3),
        PlanCycle.HalfYearly => from.AddMonths(6),
        PlanCycle.Yearly => from.AddYears(1),
        _ => from.AddDays(Days ?? 30),
    };

    /// <summary>What <paramref name="perPeriod"/> comes to in an average month (a twelfth of 365 days), rounded once.</summary>
    public Money PerMonth(Money perPeriod) => Cycle switch
    {
        PlanCycle.Daily => perPeriod.Times(365, 12),
        PlanCycle.Weekly => perPeriod.Times(365, 12 * 7),
        PlanCycle.Monthly => perPeriod,
        PlanCycle.Quarterly => perPeriod.Times(1, 3),
        PlanCycle.HalfYearly => perPeriod.Times(1, 6),
        PlanCycle.Yearly => perPeriod.Times(1, 12),
        _ => perPeriod.Times(365, 12L * (Days ?? 30)),
    };
}
