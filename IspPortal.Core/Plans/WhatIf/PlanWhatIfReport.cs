using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans.WhatIf;

/// <summary>What a change would do. Nothing was changed.</summary>
/// <param name="Subscribers">Lines on the plan, with those on trial, which pay nothing yet.</param>
/// <param name="MonthlyBefore">What those that pay bring in a month now, each at its own price.</param>
/// <param name="MonthlyAfter">What those would bring if all were moved to the price; new ones pay it in any case.</param>
/// <param name="OtherPrices">How many pay another price than the one thought of, and keep it until moved.</param>
/// <param name="Routers">What each router would get, the fullest first.</param>
public sealed record PlanWhatIfReport(int Subscribers, Money MonthlyBefore, Money MonthlyAfter, int OtherPrices, IReadOnlyList<PlanWhatIfRouter> Routers)
{
    /// <summary>The difference in a month.</summary>
    public Money MonthlyDifference => MonthlyAfter - MonthlyBefore;

    /// <summary>Changes on all routers.</summary>
    public int Steps => Routers.Sum(r => r.Steps);

    /// <summary>Sessions that would end.</summary>
    public int Kicks => Routers.Sum(r => r.Kicks);
}
