using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Books;

/// <summary>Each finding with its line, its evidence and its rupiah.</summary>
public sealed class WhereMoneyIsLostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Every_kind_is_found_and_what_is_in_order_is_not(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        var names = new[] { "Bersih", "Gelap", "Isolir", "Padam", "Lewat", "Putus", "Kontrak", "Promo" };
        var lines = new Dictionary<string, (Guid Account, Guid Line)>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            lines[name] = await scene.SellAsync(name, plan);
        }

        var began = scene.Lines.Today;
        foreach (var months in new[] { 1, 2, 3 })
        {
            await scene.Lines.GoToAsync(began.AddMonths(months));
            await scene.BillAsync(scene.Lines.Today);
        }

        var today = scene.Lines.Today;
        foreach (var (account, _) in lines.Values)
        {
            foreach (var bill in await scene.BillsOfAsync(account))
            {
                await scene.PayAsync(bill, bill.Row.Outstanding.Minor);
            }
        }

        Assert.All((await scene.Leaks().TotalsAsync(Token)).Value, total => Assert.Equal((0, 0L, 0), (total.Count, total.Monthly.Minor, total.Unknown)));
        await using (var context = scene.Database.Open())
        {
            foreach (var name in new[] { "Bersih", "Gelap", "Putus" })
            {
                context.Add(Session(await AccessAsync(context, lines[name].Line), scene.Lines.Clock.NowUtc));
            }

            // Bills that are not there: nobody billed this line.
            var gelap = lines["Gelap"].Line;
            await context.Set<InvoiceLine>().Where(l => l.SubscriptionId == gelap && l.FromOn > began).ExecuteDeleteAsync(Token);
            context.Add(new SubscriptionHold { SubscriptionId = lines["Isolir"].Line, Kind = AccessHolds.Dunning, SinceUtc = scene.Lines.Clock.NowUtc.AddDays(-3), ActorName = "Ayu" });
            var padam = await AccessAsync(context, lines["Padam"].Line);
            await context.Set<AccessAccount>().Where(a => a.Id == padam).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSeenAtUtc, scene.Lines.Clock.NowUtc.AddDays(-20)), Token);
            await SetAsync(context, lines["Lewat"].Line, s => (s.EndsOn, s.AutoRenew) = (today.AddDays(-1), false));
            await SetAsync(context, lines["Putus"].Line, s => (s.Status, s.TerminatedAtUtc) = (SubscriptionStatus.Terminated, scene.Lines.Clock.NowUtc.AddDays(-5)));
            await SetAsync(context, lines["Kontrak"].Line, s => (s.AgreedPrice, s.Price, s.ContractEndsOn) = (Money.Idr(150_000), Money.Idr(150_000), today.AddDays(-10)));
            var promotion = await PromotionAsync(context, lines["Promo"].Line, today);
            var promo = lines["Promo"].Line;
            var last = await context.Set<InvoiceLine>().AsNoTracking().Where(l => l.SubscriptionId == promo && l.Kind == ChargeKind.Period).OrderByDescending(l => l.FromOn).FirstAsync(Token);
            context.Add(InvoiceLine.Of(last.InvoiceId, 99, new BillLine { Kind = ChargeKind.Discount, SubscriptionId = promo, SourceId = promotion, FromOn = last.FromOn, ToOn = last.ToOn, Amount = Money.Idr(-40_000), Rule = BillRule.Once, ChargeKey = "discount:x" }));
            context.Add(Drift(DriftKind.Unowned, "liar-1", null, null));
            context.Add(Drift(DriftKind.Unowned, "liar-2", null, 120_000));
            context.Add(Drift(DriftKind.Unowned, "liar-3", null, 1, ignored: true));
            context.Add(Drift(DriftKind.Changed, "bersih", await AccessAsync(context, lines["Bersih"].Line), 75_000));
            context.Add(Drift(DriftKind.Changed, "comment", await AccessAsync(context, lines["Padam"].Line), null));
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal([("Gelap", LeakEvidence.BilledUntil, began.AddMonths(1).AddDays(-1), 200_000L)], await FoundAsync(scene, LeakKind.OnlineNotBilled));
        Assert.Equal(
            [("Isolir", LeakEvidence.IsolatedThoughPaid, DateOnly.FromDateTime(scene.Lines.Clock.NowUtc.AddDays(-3)), 200_000L), ("Padam", LeakEvidence.OfflineSince, DateOnly.FromDateTime(scene.Lines.Clock.NowUtc.AddDays(-20)), 200_000L)],
            await FoundAsync(scene, LeakKind.PaidNotServed));
        Assert.Equal(
            [("Lewat", LeakEvidence.PastLastDay, today.AddDays(-1), 200_000L), ("Putus", LeakEvidence.OnlineAfterEnd, DateOnly.FromDateTime(scene.Lines.Clock.NowUtc.AddDays(-5)), 200_000L)], await FoundAsync(scene, LeakKind.PastEnd));
        Assert.Equal([("Kontrak", LeakEvidence.AgreedPriceAfterContract, today.AddDays(-10), 50_000L), ("Promo", LeakEvidence.DiscountBilledAfter, today.AddMonths(-1), 40_000L)], await FoundAsync(scene, LeakKind.DiscountPastDate));
        Assert.Equal([("Bersih", LeakEvidence.RouterDiffers, DateOnly.FromDateTime(DateTime.UnixEpoch), 75_000L)], await FoundAsync(scene, LeakKind.FasterThanPlan));
        var unknown = (await scene.Leaks().ListAsync(LeakKind.UnknownOnRouter, new(), Token)).Value.Items;
        Assert.Equal([("liar-1", null, "RTR-1"), ("liar-2", 120_000L, "RTR-1")], unknown.Select(l => (l.Line, l.Monthly?.Minor, l.RouterName!)));

        var totals = (await scene.Leaks().TotalsAsync(Token)).Value.ToDictionary(t => t.Kind, t => (t.Count, t.Monthly.Minor, t.Unknown));
        Assert.Equal(
            new Dictionary<LeakKind, (int, long, int)>
            {
                [LeakKind.OnlineNotBilled] = (1, 200_000, 0),
                [LeakKind.FasterThanPlan] = (1, 75_000, 0),
                [LeakKind.PaidNotServed] = (2, 400_000, 0),
                [LeakKind.UnknownOnRouter] = (2, 120_000, 1),
                [LeakKind.PastEnd] = (2, 400_000, 0),
                [LeakKind.DiscountPastDate] = (2, 90_000, 0),
            },
            totals);
        Assert.Equal("liar-2", Assert.Single((await scene.Leaks().ListAsync(LeakKind.UnknownOnRouter, new(2, 1), Token)).Value.Items).Line);
        Assert.Single((await scene.Leaks().ListAsync(LeakKind.PastEnd, new(1, 10, "putus"), Token)).Value.Items);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Leaks("ledger.read").TotalsAsync(Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Leaks("ledger.read").ListAsync(LeakKind.PastEnd, new(), Token)).Error?.Kind);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Prepaid_time_of_before_the_portal_billed_is_no_loss_until_it_is_over(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (_, line) = await scene.SellAsync("Lama", await scene.PlanAsync("KOS-10", 100_000, PlanPayment.Prepaid));
        var began = scene.Lines.Today;
        await scene.Lines.GoToAsync(began.AddMonths(3));
        var today = scene.Lines.Today;
        scene.Settings = new BillingSettings { BilledFrom = began.AddMonths(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        await using var context = scene.Database.Open();
        context.Add(Session(await AccessAsync(context, line), scene.Lines.Clock.NowUtc));
        await SetAsync(context, line, s => (s.Status, s.EndsOn) = (SubscriptionStatus.Active, today.AddDays(10)));
        await context.SaveChangesAsync(Token);
        Assert.Empty(await FoundAsync(scene, LeakKind.OnlineNotBilled));

        await SetAsync(context, line, s => s.EndsOn = today.AddDays(-1));
        await context.SaveChangesAsync(Token);
        Assert.Equal("Lama", Assert.Single(await FoundAsync(scene, LeakKind.OnlineNotBilled)).Item1);
    }

    private static async Task<IReadOnlyList<(string, LeakEvidence, DateOnly?, long?)>> FoundAsync(BillingScene scene, LeakKind kind) =>
        [.. (await scene.Leaks().ListAsync(kind, new(), Token)).Value.Items.Select(l => (l.CustomerName!, l.Evidence, l.On, l.Monthly?.Minor)).OrderBy(l => l.Item1, StringComparer.Ordinal)];

    private static Task<Guid> AccessAsync(PortalDbContext context, Guid line) => context.Set<Subscription>().Where(s => s.Id == line).Select(s => s.AccessId).SingleAsync(Token);

    private static async Task SetAsync(PortalDbContext context, Guid line, Action<Subscription> change) => change(await context.Set<Subscription>().SingleAsync(s => s.Id == line, Token));

    private static SessionRecord Session(Guid access, DateTime nowUtc) => new() { Id = Guid.CreateVersion7(), AccessId = access, RouterId = ProvisioningRig.RouterId(0), Mark = "*1", StartedAtUtc = nowUtc.AddHours(-5) };

    private static DriftItem Drift(DriftKind kind, string key, Guid? access, long? monthly, bool ignored = false) => new()
    {
        Id = Guid.CreateVersion7(),
        RouterId = ProvisioningRig.RouterId(0),
        Kind = kind,
        Menu = "/ppp/secret",
        Key = key,
        AccessId = access,
        OnRouterJson = "{\"comment\":\"x\"}",
        FirstSeenAtUtc = DateTime.UnixEpoch,
        LastSeenAtUtc = DateTime.UnixEpoch,
        IgnoredBy = ignored ? "Ayu" : null,
        CostKind = monthly is null ? null : DriftCostKind.Unpaid,
        MonthlyCost = monthly is { } amount ? Money.Idr(amount) : null,
    };

    private static async Task<Guid> PromotionAsync(PortalDbContext context, Guid line, DateOnly today)
    {
        var offer = new Core.Plans.Offers.PlanPromotion { Id = Guid.CreateVersion7(), Name = "Hemat", SearchKey = "hemat", Kind = Core.Plans.Offers.PromotionKind.Amount, CreatedAtUtc = DateTime.UnixEpoch };
        context.Add(offer);
        var promotion = new SubscriptionPromotion
        {
            Id = Guid.CreateVersion7(), SubscriptionId = line, PromotionId = offer.Id, Name = offer.Name, Kind = offer.Kind, Amount = Money.Idr(40_000), FromOn = today.AddMonths(-3), ToOn = today.AddMonths(-2), CreatedBy = "Ayu",
            CreatedAtUtc = DateTime.UnixEpoch,
        };
        context.Add(promotion);
        await context.SaveChangesAsync(Token);
        return promotion.Id;
    }
}
