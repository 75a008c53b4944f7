using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports.Sources;

/// <summary>Who came, who went, and who pays what. What was in force on a day follows from when lines were put in use and ended; states are those of now.</summary>
internal sealed class GrowthSource(IDbContextFactory<PortalDbContext> contexts) : IReportSource
{
    public ReportKind Kind => ReportKind.Growth;

    public async Task<Result<IReadOnlyList<ReportSection>>> ReadAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sold = context.Set<Subscription>().AsNoTracking();
        if (!brief.IsAll)
        {
            var routers = brief.Routers.Keys.ToList();
            sold = sold.Where(s => routers.Contains(s.RouterId));
        }

        var (from, to) = (brief.FromUtc, brief.ToUtc);
        var atStart = await sold.LongCountAsync(s => s.ActivatedAtUtc < from && (s.TerminatedAtUtc == null || s.TerminatedAtUtc >= from), cancellationToken);
        var came = await sold.Where(s => s.ActivatedAtUtc >= from && s.ActivatedAtUtc < to).Select(s => s.ActivatedAtUtc!.Value).ToListAsync(cancellationToken);
        var went = await sold.Where(s => s.ActivatedAtUtc != null && s.TerminatedAtUtc >= from && s.TerminatedAtUtc < to).Select(s => s.TerminatedAtUtc!.Value).ToListAsync(cancellationToken);
        await told(0.4);
        var states = await sold.GroupBy(s => s.Status).Select(g => new { Status = g.Key, Count = g.LongCount() }).ToListAsync(cancellationToken);
        var plans = await context.Set<ServicePlan>().AsNoTracking().ToDictionaryAsync(p => p.Id, cancellationToken);
        var groups = await sold.Where(s => s.Status == SubscriptionStatus.Active || s.Status == SubscriptionStatus.Suspended)
            .GroupBy(s => new { s.PlanId, s.Price, s.Status, s.IsTrial }).Select(g => new { g.Key.PlanId, g.Key.Price, g.Key.Status, g.Key.IsTrial, Count = g.LongCount() }).ToListAsync(cancellationToken);
        await told(0.9);
        var perPlan = groups.GroupBy(g => g.PlanId).Select(plan => new PlanStanding(
            plans[plan.Key].Name,
            plan.Where(g => g.Status == SubscriptionStatus.Active).Sum(g => g.Count),
            plan.Where(g => g.Status == SubscriptionStatus.Suspended).Sum(g => g.Count),
            Added(plan.Where(g => g.Status == SubscriptionStatus.Active && !g.IsTrial).Select(g => plans[plan.Key].Period.PerMonth(g.Price).Times(g.Count, 1))),
            plan.Where(g => g.Status == SubscriptionStatus.Active && !g.IsTrial).Sum(g => g.Count))).OrderByDescending(plan => plan.Active).ThenBy(plan => plan.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return Result.Of<IReadOnlyList<ReportSection>>([Change(brief, atStart, came, went), States(states.ToDictionary(s => s.Status, s => s.Count)), Plans(perPlan)]);
    }

    private static ReportSection Change(ReportBrief brief, long atStart, IReadOnlyList<DateTime> came, IReadOnlyList<DateTime> went)
    {
        var (cameOn, wentOn) = (PerDay(brief, came), PerDay(brief, went));
        var atEnd = atStart + came.Count - went.Count;
        return new ReportSection("Subscribers")
        {
            Figures =
            [
                new("AtStart", atStart, ReportUnit.Count),
                new("Came", (long)came.Count, ReportUnit.Count),
                new("Went", (long)went.Count, ReportUnit.Count),
                new("AtEnd", atEnd, ReportUnit.Count),
                new("Churn", atStart == 0 ? null : went.Count * 100.0 / atStart, ReportUnit.Percent),
            ],
            Charts =
            [
                new("Growth", ReportUnit.Count, IsBars: true, brief.LocalFrom, brief.LocalTo, [Series("Came", brief, cameOn), Series("Went", brief, wentOn)]),
            ],
            Tables =
            [
                new ReportTable(
                    "GrowthPerDay",
                    [new("Day", ReportUnit.Day), new("Came", ReportUnit.Count), new("Went", ReportUnit.Count)],
                    [.. brief.Days().Where(day => cameOn.ContainsKey(day.On) || wentOn.ContainsKey(day.On)).Select(day => (IReadOnlyList<object?>)[day.On, cameOn.GetValueOrDefault(day.On), wentOn.GetValueOrDefault(day.On)])]),
            ],
            Notes = [new("ChurnMeans")],
        };
    }

    private static ReportSection States(Dictionary<SubscriptionStatus, long> states) => new("States")
    {
        Tables =
        [
            new ReportTable(
                "SubscribersPerState",
                [new("State", ReportUnit.Text), new("Subscribers", ReportUnit.Count)],
                [.. Enum.GetValues<SubscriptionStatus>().Select(status => (IReadOnlyList<object?>)[new ReportWord("Status." + status), states.GetValueOrDefault(status)])]),
        ],
        Notes = [new("StatesOfNow")],
    };

    private static ReportSection Plans(IReadOnlyList<PlanStanding> plans)
    {
        var (paying, income) = (plans.Sum(plan => plan.Paying), Added(plans.Where(plan => plan.Monthly is not null).Select(plan => plan.Monthly!.Value)));
        return new ReportSection("Plans")
        {
            // Without a price nobody knows what a customer brings: then there is no such figure.
            Figures = income is { Minor: > 0 } known && paying > 0
                ? [new("MonthlyPrices", known, ReportUnit.Money), new("PerSubscriber", known.Times(1, paying), ReportUnit.Money)]
                : [new("MonthlyPrices", null, ReportUnit.Money)],
            Tables =
            [
                new ReportTable(
                    "SubscribersPerPlan",
                    [new("Plan", ReportUnit.Text), new("Active", ReportUnit.Count), new("Suspended", ReportUnit.Count), new("MonthlyPrices", ReportUnit.Money)],
                    [.. plans.Select(plan => (IReadOnlyList<object?>)[plan.Name, plan.Active, plan.Suspended, plan.Monthly])]),
            ],
            Notes = [new("PricesMean")],
        };
    }

    private static Money? Added(IEnumerable<Money> amounts)
    {
        Money? sum = null;
        foreach (var amount in amounts)
        {
            sum = sum is { } before ? before + amount : amount;
        }

        return sum;
    }

    private static Dictionary<DateOnly, long> PerDay(ReportBrief brief, IReadOnlyList<DateTime> moments) =>
        moments.GroupBy(moment => DateOnly.FromDateTime(brief.ToLocal(moment))).ToDictionary(day => day.Key, day => (long)day.Count());

    private static ReportSeries Series(string key, ReportBrief brief, Dictionary<DateOnly, long> perDay) =>
        new(key, [.. brief.Days().Select(day => new ReportPoint(day.On.ToDateTime(TimeOnly.MinValue), perDay.GetValueOrDefault(day.On)))]);

    private sealed record PlanStanding(string Name, long Active, long Suspended, Money? Monthly, long Paying);
}
