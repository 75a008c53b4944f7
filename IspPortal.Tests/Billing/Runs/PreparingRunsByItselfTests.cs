using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Runs;

/// <summary>The run of the day, and what outages take off its bills.</summary>
public sealed class PreparingRunsByItselfTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task One_a_day_from_its_hour_on_and_only_when_wished(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        // 02:00 UTC is nine o'clock in Jakarta.
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var schedule = Schedule(scene);
        Assert.False(await schedule.RunAsync(Token));
        scene.Settings = new() { PreparesRuns = true, PrepareHour = 10 };
        Assert.False(await schedule.RunAsync(Token));
        scene.Settings = new() { PreparesRuns = true, PrepareHour = 9 };
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Schedule(scene).RunAsync(Token), Token)));
        Assert.Single(asked, prepared => prepared);
        await scene.Runner().RunAsync(Token);
        var run = Assert.Single((await scene.Runs().ListAsync(new(1, 10), Token)).Value.Items);
        Assert.Equal((BillingRunState.Waiting, scene.Lines.Today, 1), (run.State, run.ThroughOn, run.Accounts));

        // While it waits none is added; once it is through, the next day has its own, which nobody has to look at when nothing is due.
        await scene.Lines.GoToAsync(scene.Lines.Today.AddDays(1));
        Assert.False(await schedule.RunAsync(Token));
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.True(await schedule.RunAsync(Token));
        await scene.Runner().RunAsync(Token);
        Assert.Equal([BillingRunState.Discarded, BillingRunState.Done], (await scene.Runs().ListAsync(new(1, 10), Token)).Value.Items.Select(r => r.State));
        Assert.False(await schedule.RunAsync(Token));
    }

    [Fact]
    public async Task Thirty_hours_without_service_come_back_once_on_the_next_bill()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-31", 310_000));
        var (siti, other) = await scene.SellAsync("Siti Aminah", await scene.PlanAsync("RUMAH-31B", 310_000));
        var began = scene.Lines.Today;
        var (first, outage) = (began.AddDays(5).ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc), Guid.CreateVersion7());
        await using (var context = scene.Database.Open())
        {
            var access = await context.Set<Subscription>().ToDictionaryAsync(s => s.Id, s => s.AccessId, Token);
            // Down twice by one outage: together thirty hours. The other line was off already.
            scene.Cover.Spans.Add(new OutageSpan(access[line], outage, first, first.AddHours(10), false, true));
            scene.Cover.Spans.Add(new OutageSpan(access[line], outage, first.AddHours(12), first.AddHours(32), false, true));
            scene.Cover.Spans.Add(new OutageSpan(access[other], outage, first, first.AddHours(32), false, false));
        }

        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var days = began.AddMonths(1).DayNumber - began.DayNumber;
        var credit = Assert.Single(Assert.Single(await scene.BillsOfAsync(budi)).Lines, l => l.Line.Kind == ChargeKind.OutageCredit);
        Assert.Equal((1, days, -(long)Math.Round(310_000m / days, MidpointRounding.AwayFromZero)), (credit.Line.Days, credit.Line.OfDays, credit.Line.Amount.Minor));
        Assert.DoesNotContain(Assert.Single(await scene.BillsOfAsync(siti)).Lines, l => l.Line.Kind == ChargeKind.OutageCredit);
        await scene.Lines.GoToAsync(began.AddMonths(2));
        await scene.BillAsync(scene.Lines.Today);
        Assert.DoesNotContain((await scene.BillsOfAsync(budi))[1].Lines, l => l.Line.Kind == ChargeKind.OutageCredit);
    }

    private static BillingSchedule Schedule(BillingScene scene) =>
        new(scene.Database.Source, scene.Observe, new SettingsOf<BillingSettings>(() => scene.Settings), new SettingsOf<CompanySettings>(() => new()), scene.Lines.Clock);
}
