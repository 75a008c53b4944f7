using IspPortal.Core.Plans.WhatIf;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>What a change would do.</summary>
/// <param name="Subscribers">Lines on the plan.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="MonthlyBefore">What they bring in a month now.</param>
/// <param name="MonthlyAfter">What they would bring once all are moved.</param>
/// <param name="MonthlyDifference">The difference.</param>
/// <param name="OtherPrices">How many pay another price and keep it until moved.</param>
/// <param name="Steps">Changes on all routers.</param>
/// <param name="Kicks">Sessions that would end.</param>
/// <param name="Routers">What each router would get.</param>
internal sealed record PlanWhatIfResource(
    int Subscribers, string Currency, long MonthlyBefore, long MonthlyAfter, long MonthlyDifference, int OtherPrices, int Steps, int Kicks, IReadOnlyList<PlanWhatIfRouter> Routers)
{
    public static PlanWhatIfResource Of(PlanWhatIfReport report) => new(
        report.Subscribers, Core.Common.Money.Currency.Idr.Code, report.MonthlyBefore.Minor, report.MonthlyAfter.Minor, report.MonthlyDifference.Minor, report.OtherPrices, report.Steps, report.Kicks, report.Routers);
}
