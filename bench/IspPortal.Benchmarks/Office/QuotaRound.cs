using System.Diagnostics;
using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Series;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Infrastructure.Subscriptions.Quota;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Benchmarks.Office;

/// <summary>What a look at all quotas takes where every line has one: the first, which opens every period, one in which nothing happens, and one in which one line in a hundred passes its quota.</summary>
internal static class QuotaRound
{
    private const long Quota = 300_000_000_000;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    public static async Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var (customers, days) = (Number("--customers", 93_000), Number("--days", 5));
        var directory = Directory.CreateTempSubdirectory("quota-round-").FullName;
        await using (var services = await BenchServices.BuildAsync(
            [new("Storage:DataDirectory", directory)], more => more.AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddMapping()))
        {
            await MeasureAsync(services, customers, days);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static async Task MeasureAsync(ServiceProvider services, int customers, int days)
    {
        var (source, store) = (services.GetRequiredService<PortalContextSource>(), services.GetRequiredService<SeriesStore>());
        var watch = Stopwatch.StartNew();
        await new OfficeCrowd(source, services.GetRequiredService<BlindIndex>()).SeedAsync(customers);
        await GiveQuotasAsync(source);
        var lines = await LinesAsync(source);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        for (var back = days - 1; back >= 0; back--)
        {
            await UseAsync(store, lines, now.AddDays(-back), _ => 8_000_000_000);
        }

        await store.CompactAsync(SeriesRetention.Default with { BusinessZone = Zone }, CancellationToken.None);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Count:#,0} lines with a quota and {days} days of usage written in {watch.Elapsed.TotalSeconds:0} s; load {Machine.Load()}"));
        await TellAsync(services, "the first: every period is opened", null);
        await TellAsync(services, "nothing happens", 30_000);
        await UseAsync(store, lines, now.AddSeconds(30), place => place % 100 == 0 ? 2 * Quota : 1_000_000);
        await TellAsync(services, "one line in a hundred passes its quota", null);
        await TellAsync(services, "nothing happens", 30_000);
    }

    private static async Task TellAsync(ServiceProvider services, string what, double? limit)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var (held, released, told, closed) = await services.WithAsync<QuotaRunner, (int, int, int, int)>(runner => runner.RunDueAsync(CancellationToken.None));
        var goal = limit is { } known ? Goal.Under(watch.Elapsed.TotalMilliseconds, known) : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-40} {watch.Elapsed.TotalSeconds,7:0.0} s {goal} of which {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s on a processor; {held:#,0} held, {released:#,0} let go, {told:#,0} told, {closed:#,0} closed"));
    }

    // A third is throttled, a third is blocked, a third pays.
    private static async Task GiveQuotasAsync(PortalContextSource source)
    {
        await using var context = source.CreateForSystem("bench");
        foreach (var (place, plan) in (await context.Set<ServicePlan>().OrderBy(p => p.Slug).ToListAsync()).Index())
        {
            (plan.QuotaBytes, plan.QuotaResetDay, plan.QuotaAction) = (Quota, null, (PlanQuotaAction)(place % 3));
            plan.ThrottledDownBitsPerSecond = plan.QuotaAction == PlanQuotaAction.Throttle ? 2_000_000 : null;
            plan.ThrottledUpBitsPerSecond = plan.QuotaAction == PlanQuotaAction.Throttle ? 1_000_000 : null;
        }

        foreach (var price in await context.Set<PlanPrice>().ToListAsync())
        {
            price.OveragePerGigabyte = Money.Idr(5_000);
        }

        await context.SaveChangesAsync();
    }

    private static async Task<List<(Guid Router, Guid Access)>> LinesAsync(PortalContextSource source)
    {
        await using var context = source.CreateForSystem("bench");
        return [.. (await context.Set<Subscription>().Where(s => s.Status == SubscriptionStatus.Active || s.Status == SubscriptionStatus.Suspended || s.Status == SubscriptionStatus.Expired)
            .OrderBy(s => s.RouterId).Select(s => new { s.RouterId, s.AccessId }).ToListAsync()).Select(s => (s.RouterId, s.AccessId))];
    }

    private static async Task UseAsync(SeriesStore store, List<(Guid Router, Guid Access)> lines, DateTime atUtc, Func<int, long> bytes)
    {
        foreach (var router in lines.Index().GroupBy(line => line.Item.Router))
        {
            await store.AppendAsync(
                new SeriesBatch(router.Key, atUtc, [.. router.SelectMany(line => new[]
                {
                    new SeriesSample(SeriesSubject.Access(line.Item.Access), Metric.DownBytes, bytes(line.Index), TimeSpan.FromMinutes(5)),
                    new SeriesSample(SeriesSubject.Access(line.Item.Access), Metric.UpBytes, bytes(line.Index) / 10, TimeSpan.FromMinutes(5)),
                })]),
                CancellationToken.None);
        }
    }
}
