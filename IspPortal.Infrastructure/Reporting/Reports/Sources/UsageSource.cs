using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports.Sources;

/// <summary>What was used: exact over what was read.</summary>
internal sealed class UsageSource(ISeriesAnalytics analytics, IUsageDirectory usage, IDbContextFactory<PortalDbContext> contexts) : IReportSource
{
    private const int AtOnce = 2_000;

    public ReportKind Kind => ReportKind.Usage;

    public async Task<Result<IReadOnlyList<ReportSection>>> ReadAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(brief, cancellationToken);
        var sums = await SumsAsync([.. lines.Select(line => line.AccessId)], brief.Period.FromOn, brief.Period.ToOn, share => told(0.4 * share), cancellationToken);
        if (!sums.Succeeded)
        {
            return sums.Error;
        }

        var days = brief.IsAll ? await NetworkDaysAsync(brief, share => told(0.4 + (0.5 * share)), cancellationToken) : await LineDaysAsync(brief, lines, share => told(0.4 + (0.5 * share)), cancellationToken);
        if (!days.Succeeded)
        {
            return days.Error;
        }

        return Result.Of<IReadOnlyList<ReportSection>>([Total(brief, days.Value, sums.Value), ByPlan(lines, sums.Value), Largest(brief, lines, sums.Value)]);
    }

    private static ReportSection Total(ReportBrief brief, IReadOnlyList<(DateOnly On, double? Down, double? Up)> days, IReadOnlyDictionary<Guid, UsageTotal> sums)
    {
        var known = days.Where(day => day.Down is not null || day.Up is not null).ToList();
        double? down = known.Count == 0 ? null : known.Sum(day => day.Down ?? 0);
        double? up = known.Count == 0 ? null : known.Sum(day => day.Up ?? 0);
        var unseen = TimeSpan.FromTicks(sums.Values.Sum(sum => sum.UnseenFor.Ticks));
        return new ReportSection("Traffic")
        {
            Figures =
            [
                new("Down", down, ReportUnit.Bytes),
                new("Up", up, ReportUnit.Bytes),
                new("DaysRead", (long)known.Count, ReportUnit.Count),
                new("BusiestDay", known.Count == 0 ? null : known.MaxBy(day => (day.Down ?? 0) + (day.Up ?? 0)).On, ReportUnit.Day),
            ],
            Charts =
            [
                new(
                    "UsagePerDay",
                    ReportUnit.Bytes,
                    IsBars: true,
                    brief.LocalFrom,
                    brief.LocalTo,
                    [
                        new ReportSeries("Down", [.. days.Select(day => new ReportPoint(day.On.ToDateTime(TimeOnly.MinValue), day.Down))]),
                        new ReportSeries("Up", [.. days.Select(day => new ReportPoint(day.On.ToDateTime(TimeOnly.MinValue), day.Up))]),
                    ]),
            ],
            Tables =
            [
                new ReportTable(
                    "UsagePerDay",
                    [new("Day", ReportUnit.Day), new("Down", ReportUnit.Bytes), new("Up", ReportUnit.Bytes)],
                    [.. days.Select(day => (IReadOnlyList<object?>)[day.On, day.Down, day.Up])]),
            ],
            Notes = unseen > TimeSpan.Zero ? [new("Unseen", unseen, ReportUnit.Duration)] : [],
        };
    }

    private static ReportSection ByPlan(IReadOnlyList<SoldLine> lines, IReadOnlyDictionary<Guid, UsageTotal> sums)
    {
        var plans = lines.Where(line => sums.ContainsKey(line.AccessId)).GroupBy(line => line.Plan).Select(plan =>
        {
            var (count, down, up) = ((long)plan.Count(), plan.Sum(line => sums[line.AccessId].DownBytes), plan.Sum(line => sums[line.AccessId].UpBytes));
            return (Plan: plan.Key, Count: count, Down: down, Up: up);
        }).OrderByDescending(plan => plan.Down + plan.Up).ToList();
        return new ReportSection("Plans")
        {
            Tables =
            [
                new ReportTable(
                    "UsagePerPlan",
                    [new("Plan", ReportUnit.Text), new("LinesSeen", ReportUnit.Count), new("Down", ReportUnit.Bytes), new("Up", ReportUnit.Bytes), new("MeanPerLine", ReportUnit.Bytes)],
                    [.. plans.Select(plan => (IReadOnlyList<object?>)[plan.Plan is { } name ? name : new ReportWord("NoPlan"), plan.Count, (double)plan.Down, (double)plan.Up, (plan.Down + plan.Up) / (double)plan.Count])]),
            ],
            Notes = plans.Count == 0 ? [new("NoUsage")] : [],
        };
    }

    private static ReportSection Largest(ReportBrief brief, IReadOnlyList<SoldLine> lines, IReadOnlyDictionary<Guid, UsageTotal> sums)
    {
        var top = lines.Where(line => sums.ContainsKey(line.AccessId)).Select(line => (Line: line, Used: sums[line.AccessId])).OrderByDescending(line => line.Used.Bytes).Take(brief.Settings.TopCount).ToList();
        return new ReportSection("Lines")
        {
            Tables =
            [
                new ReportTable(
                    "LargestLines",
                    [
                        new("Line", ReportUnit.Text), new("Customer", ReportUnit.Text), new("Plan", ReportUnit.Text), new("Router", ReportUnit.Text), new("Down", ReportUnit.Bytes), new("Up", ReportUnit.Bytes),
                        new("Unseen", ReportUnit.Duration),
                    ],
                    [
                        .. top.Select(line => (IReadOnlyList<object?>)
                            [line.Line.Username, line.Line.Customer, line.Line.Plan, brief.Routers.GetValueOrDefault(line.Line.RouterId), (double)line.Used.DownBytes, (double)line.Used.UpBytes, line.Used.UnseenFor]),
                    ]),
            ],
            Notes = top.Count == 0 ? [new("NoUsage")] : [],
        };
    }

    private async Task<List<SoldLine>> LinesAsync(ReportBrief brief, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = context.Set<AccessAccount>().AsNoTracking();
        if (!brief.IsAll)
        {
            var routers = brief.Routers.Keys.ToList();
            accounts = accounts.Where(a => routers.Contains(a.RouterId));
        }

        return await (
            from account in accounts
            join sold in context.Set<Subscription>() on account.Id equals sold.AccessId into subscriptions
            from subscription in subscriptions.DefaultIfEmpty()
            join offered in context.Set<ServicePlan>() on subscription.PlanId equals offered.Id into plans
            from plan in plans.DefaultIfEmpty()
            join owner in context.Set<Customer>() on subscription.CustomerId equals owner.Id into customers
            from customer in customers.DefaultIfEmpty()
            select new SoldLine(account.Id, account.Username, account.RouterId, plan.Name, customer.Name)).ToListAsync(cancellationToken);
    }

    private async Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsAsync(IReadOnlyList<Guid> ids, DateOnly fromOn, DateOnly toOn, Func<double, Task> told, CancellationToken cancellationToken)
    {
        Dictionary<Guid, UsageTotal> all = [];
        foreach (var (at, part) in ids.Chunk(AtOnce).Index())
        {
            var sums = await usage.SumsAsync(part, fromOn, toOn, cancellationToken);
            if (!sums.Succeeded)
            {
                return sums.Error;
            }

            foreach (var (id, total) in sums.Value)
            {
                all[id] = total;
            }

            await told(Math.Min(1, (at + 1.0) * AtOnce / ids.Count));
        }

        return all;
    }

    private async Task<Result<List<(DateOnly On, double? Down, double? Up)>>> NetworkDaysAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        List<(DateOnly, double?, double?)> days = [];
        foreach (var (on, from, to) in brief.Days())
        {
            var down = await analytics.StatisticsAsync(SeriesSubject.Network, Metric.DownBytes, from, to, cancellationToken);
            var up = await analytics.StatisticsAsync(SeriesSubject.Network, Metric.UpBytes, from, to, cancellationToken);
            if ((down.Error ?? up.Error) is { } failed)
            {
                return failed;
            }

            days.Add((on, SumOf(down.Value), SumOf(up.Value)));
            await told((double)days.Count / brief.Period.Days);
        }

        return days;
    }

    private async Task<Result<List<(DateOnly On, double? Down, double? Up)>>> LineDaysAsync(ReportBrief brief, IReadOnlyList<SoldLine> lines, Func<double, Task> told, CancellationToken cancellationToken)
    {
        List<(DateOnly, double?, double?)> days = [];
        Guid[] ids = [.. lines.Select(line => line.AccessId)];
        foreach (var (on, _, _) in brief.Days())
        {
            var sums = await SumsAsync(ids, on, on, _ => Task.CompletedTask, cancellationToken);
            if (!sums.Succeeded)
            {
                return sums.Error;
            }

            days.Add(sums.Value.Count == 0 ? (on, null, null) : (on, sums.Value.Values.Sum(sum => (double)sum.DownBytes), sums.Value.Values.Sum(sum => (double)sum.UpBytes)));
            await told((double)days.Count / brief.Period.Days);
        }

        return days;
    }

    private static double? SumOf(SeriesStatistics statistics) => statistics.SeenFor > TimeSpan.Zero ? statistics.Sum : null;

    private sealed record SoldLine(Guid AccessId, string Username, Guid RouterId, string? Plan, string? Customer);
}
