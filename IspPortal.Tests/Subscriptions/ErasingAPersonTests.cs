using System.Text;
using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>A person who left wants to be forgotten: what names it in its lines goes, what bills stand on stays.</summary>
public sealed class ErasingAPersonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Ended_lines_are_nameless_here_and_gone_on_the_router(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        scene.Customers.DataParts.Add(new SubscriptionDataPart(scene.Clock));
        var (customer, account) = await scene.CustomerAsync("Ratna Kusuma");
        var plan = await scene.PlanAsync();
        var ont = (await scene.Plans.AddOns.AddAsync(new("ONT", "Sewa ONT", AddOnKind.RentedDevice, Money.Idr(25_000), false), Token)).Value;
        var promotion = (await scene.Plans.Promotions.AddAsync(new("Sambutan", PromotionKind.FreeMonths, scene.Today, null) { Periods = 3 }, Token)).Value;
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "ratna.kusuma", ActivateNow = true, Address = "Jl. Kenanga 7, rumah Ratna", Note = "Ratna minta sore", AddOns = [new(ont)], Promotion = new(promotion) });
        await scene.SettleAsync(sold.Id);
        await scene.DoAsync(sold.Id, v => scene.Moves.RenameAsync(sold.Id, v, "ratna-k", Token));
        await scene.SettleAsync(sold.Id);
        Assert.Contains("Ratna", scene.Rig.Find(RouterMenus.PppSecret, "ratna-k")!["comment"], StringComparison.Ordinal);
        var before = await scene.GetAsync(sold.Id);

        // Not while it runs, nor while another one only waits to be installed.
        Assert.Equal("customers.still_served", (await scene.Customers.Privacy().EraseAsync(customer, "diminta", Token)).Error?.Code);
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, scene.Today, scene.Today.AddDays(5), "Ratna mudik", Token));
        using (var export = JsonDocument.Parse((await scene.Customers.Privacy().ExportAsync(customer, Token)).Value.Json))
        {
            var held = export.RootElement.GetProperty("subscriptions")[0];
            Assert.Equal("Ratna mudik", held.GetProperty("pauses")[0].GetProperty("reason").GetString());
            Assert.Equal("Sewa ONT", held.GetProperty("addOns")[0].GetProperty("name").GetString());
            Assert.Equal("Sambutan", held.GetProperty("promotions")[0].GetProperty("name").GetString());
            Assert.Contains(held.GetProperty("history").EnumerateArray(), entry => entry.GetProperty("after").GetString() == "ratna-k");
        }

        await scene.DoAsync(sold.Id, v => scene.Lifecycle.TerminateAsync(sold.Id, v, null, "Ratna pindah", Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("true", scene.Rig.Find(RouterMenus.PppSecret, "ratna-k")!["disabled"]);
        var waiting = await scene.SellAsync(scene.Wish(account, plan) with { Username = "ratna.lagi" });
        Assert.Equal(CustomerStatus.Terminated, await scene.StatusOfAsync(customer));
        Assert.Equal("customers.still_served", (await scene.Customers.Privacy().EraseAsync(customer, "diminta", Token)).Error?.Code);
        Assert.Equal("ratna.lagi", (await scene.GetAsync(waiting.Id)).Row.Username);
        Assert.Equal("Ratna Kusuma", (await scene.Customers.GetAsync(customer)).Row.Name);
        await scene.DoAsync(waiting.Id, v => scene.Lifecycle.TerminateAsync(waiting.Id, v, null, "Ratna batal", Token));

        var erased = await scene.Customers.Privacy().EraseAsync(customer, "diminta", Token);
        Assert.True(erased.Succeeded, CustomersRig.Told(erased.Error));
        await scene.SettleAsync(sold.Id);
        Assert.Null(scene.Rig.Find(RouterMenus.PppSecret, "ratna-k"));

        var after = await scene.GetAsync(sold.Id);
        Assert.Equal(($"erased-{before.Row.Number}".ToLowerInvariant(), LineDeliveryState.Settled), (after.Row.Username, after.Delivery!.State));
        Assert.Equal((null, null, null, null, false), (after.Address, after.Note, after.TerminationReason, after.CallerId, after.PasswordIsKnown));
        Assert.Empty(await NamingAsync(scene));
        foreach (var text in new[] { "ratna", "kusuma", "ratna-k" })
        {
            Assert.Empty((await scene.Directory.ListAsync(new(), new(1, 20, text), Token)).Value.Items);
            Assert.Empty(await new SubscriptionSearch(scene.Database.Factory, new TestActor(CustomersRig.Everything)).FindAsync(text, 10, Token));
            Assert.Empty(await new NetworkSearch(scene.Database.Factory, new TestActor(CustomersRig.Everything)).FindAsync(text, 10, Token));
        }

        Assert.DoesNotContain("atna", Encoding.UTF8.GetString((await scene.Customers.Privacy().ExportAsync(customer, Token)).Value.Json.Span), StringComparison.Ordinal);

        // What bills stand on.
        Assert.Equal(
            (before.Row.Number, before.AccountNumber, before.Row.Price, before.InstallationFee, before.Row.StartsOn, scene.Today, SubscriptionStatus.Terminated),
            (after.Row.Number, after.AccountNumber, after.Row.Price, after.InstallationFee, after.Row.StartsOn, after.Row.EndsOn!.Value, after.Row.Status));
        Assert.Equal([(plan.PlanId, Money.Idr(200_000))], after.Terms.Select(term => (term.PlanId, term.Price)));
        Assert.Contains((await scene.Directory.ListHistoryAsync(sold.Id, new(), Token)).Value.Items, entry => entry.Kind == SubscriptionHistoryKind.Renamed);

        // The name is free for the next of that name.
        var (_, other) = await scene.CustomerAsync("Ratna Sari", "081200000001");
        Assert.Equal("ratna-k", (await scene.SellAsync(scene.Wish(other, plan) with { Username = "ratna-k" })).Username);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_customer_with_a_line_that_waits_stays_and_a_line_of_one_who_went_does_not_begin(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        scene.Customers.RemovalGuards.Add(new LinesKeepCustomers());
        var (customer, account) = await scene.CustomerAsync();
        var waiting = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "budi" });

        Assert.Equal("customers.still_served", (await scene.Customers.Editor().RemoveAsync(customer, "twice", Token)).Error?.Code);

        // Sold and removed at the same moment.
        scene.Customers.RemovalGuards.Clear();
        Assert.Null((await scene.Customers.Editor().RemoveAsync(customer, "twice", Token)).Error);
        Assert.Equal("customers.removed", await scene.TryAsync(waiting.Id, v => scene.Lifecycle.ActivateAsync(waiting.Id, v, null, Token)));
        Assert.Equal(SubscriptionStatus.Pending, (await scene.GetAsync(waiting.Id)).Row.Status);
    }

    /// <summary>Every row that still holds a piece of the name; the audit only shows its first letter.</summary>
    private static async Task<List<string>> NamingAsync(SubscriptionScene scene)
    {
        await using var context = scene.Database.Open();
        var rows = new List<string?>();
        rows.AddRange(await context.Set<Subscription>().Select(s => s.Username + s.Address + s.Note + s.TerminationReason).ToListAsync(Token));
        rows.AddRange(await context.Set<DesiredAccessRecord>().Select(w => w.Username + w.UsernameKey + w.Note).ToListAsync(Token));
        rows.AddRange(await context.Set<AccessAccount>().Select(a => a.Username + a.SearchKey + a.Comment).ToListAsync(Token));
        rows.AddRange(await context.Set<CustomerSearchEntry>().Select(e => e.Key).ToListAsync(Token));
        rows.AddRange(await context.Set<SubscriptionHistoryEntry>().Select(h => h.Before + h.After + h.Reason).ToListAsync(Token));
        rows.AddRange(await context.Set<SubscriptionPause>().Select(p => p.Reason).ToListAsync(Token));
        rows.AddRange(await context.Set<LineDelivery>().Select(d => d.Reason + d.ErrorDetail).ToListAsync(Token));
        rows.AddRange(await context.Set<AuditEntry>().Where(e => e.Entity == "subscription" || e.Entity == "subscription-pause" || e.Entity == "subscription-change" || e.Entity == "access").Select(e => e.BeforeJson + e.AfterJson).ToListAsync(Token));
        return [.. rows.OfType<string>().Where(row => row.Contains("atna", StringComparison.OrdinalIgnoreCase) || row.Contains("Kenanga", StringComparison.Ordinal))];
    }
}
