using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.WhatIf;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Another speed or price for lines that were sold: whose sessions end, and what the lines bring.</summary>
public sealed class AskingWhatIfOfSoldLinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Sessions_of_sold_lines_end_and_those_that_the_change_does_not_reach_stay(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (home, other) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50));

        // Online and never read since it was sold; online and read; offline; on the second router; on the other plan.
        await SellAsync("baru", home, online: true);
        await SellAsync("lama", home, online: true, seenWith: "HOME-20");
        await SellAsync("mati", home, online: false);
        await SellAsync("dua", home, online: true, router: 1);
        await SellAsync("lain", other, online: true);

        // Isolated: its session has another profile and does not end. Read with another one: the router says what it is.
        var held = await SellAsync("isolir", home, online: true);
        await scene.DoAsync(held.Id, v => scene.Lifecycle.HoldAsync(held.Id, v, AccessHolds.Manual, "menunggak", Token));
        await SellAsync("dipasang-lain", home, online: true, seenWith: "KHUSUS");

        // On trial: it is there and is kicked, and pays nothing.
        await SellAsync("coba", home, online: true, isTrial: true);

        var report = (await Forecast(scene).WhatIfAsync(home.PlanId, new(Money.Idr(220_000), new PlanSpeed(30_000_000, 15_000_000)), Token)).Value;
        Assert.Equal((7, Money.Idr(1_200_000), Money.Idr(1_320_000), 6), (report.Subscribers, report.MonthlyBefore, report.MonthlyAfter, report.OtherPrices));
        Assert.Equal([(ProvisioningRig.RouterId(0), 6, 1, 3), (ProvisioningRig.RouterId(1), 1, 1, 1)], report.Routers.Select(r => (r.RouterId, r.Lines, r.Steps, r.Kicks)));

        async Task<SoldLine> SellAsync(string username, (Guid, Guid) plan, bool online, int router = 0, string? seenWith = null, bool isTrial = false)
        {
            var (_, account) = await scene.CustomerAsync(username, "08123" + username.Length.ToString("D7", System.Globalization.CultureInfo.InvariantCulture));
            var sold = await scene.SellAsync(scene.Wish(account, plan, router) with { Username = username, ActivateNow = true, IsTrial = isTrial });
            await using var context = scene.Database.Open();
            var line = context.Set<AccessAccount>().Single(a => a.Id == sold.AccessId);
            line.Profile = seenWith;
            if (online)
            {
                context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = line.Id, RouterId = line.RouterId, Mark = username, StartedAtUtc = scene.Clock.NowUtc });
            }

            context.Add(new SessionRecord { Id = Guid.CreateVersion7(), AccessId = line.Id, RouterId = line.RouterId, Mark = "old", StartedAtUtc = scene.Clock.NowUtc.AddDays(-2), EndedAtUtc = scene.Clock.NowUtc.AddDays(-1) });
            await context.SaveChangesAsync(Token);
            return new SoldLine(sold.Id);
        }
    }

    private static PlanForecast Forecast(SubscriptionScene scene)
    {
        var actor = new TestActor(CustomersRig.Everything);
        var calendar = new PlanCalendar(new SettingsOf<CompanySettings>(() => new()), scene.Clock);
        return new(scene.Database.Factory, actor, new SubscriptionPlanUsage(scene.Database.Factory, scene.Plans.Usage), new RouterProfiles(scene.Database.Source, null!, scene.Clock), calendar, scene.Clock);
    }

    private sealed record SoldLine(Guid Id);
}
