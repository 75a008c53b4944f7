using System.Text;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>A line's customer gets another name, or becomes another person: what technicians read on the router follows.</summary>
public sealed class FollowingNamesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_comment_on_the_router_names_who_the_customer_is_now(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (customer, account) = await scene.CustomerAsync("Ratna Kusuma");
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "kenanga7", ActivateNow = true });
        await scene.SettleAsync(sold.Id);
        var number = (await scene.GetAsync(sold.Id)).Row.Number;
        Assert.Equal($"{number} Ratna Kusuma", Comment(scene));

        await RenameAsync(scene, customer, "Ratna Kusumawati");
        await scene.FollowingNames.HandleAsync(new CustomerRenamed(customer), Token);
        await scene.FollowingNames.HandleAsync(new CustomerRenamed(customer), Token);
        await scene.SettleAsync(sold.Id);
        Assert.Equal($"{number} Ratna Kusumawati", Comment(scene));

        var details = await scene.Customers.GetAsync(customer);
        var done = await scene.Customers.Transfer().TransferAsync(customer, details.Version, new("Joko", CustomerKind.Residential, details.Row.RegisteredOn, "sold"), Token);
        Assert.True(done.Succeeded, CustomersRig.Told(done.Error));
        await scene.FollowingNames.HandleAsync(new CustomerTransferred(customer), Token);
        await scene.SettleAsync(sold.Id);
        Assert.Equal($"{number} Joko", Comment(scene));

        // What somebody wrote there stays, tag and all.
        scene.Rig.Change(RouterMenus.PppSecret, "kenanga7", "comment", scene.Rig.Find(RouterMenus.PppSecret, "kenanga7")!["comment"]!.Replace("Joko", "rumah hijau", StringComparison.Ordinal));
        await RenameAsync(scene, customer, "Joko Susilo");
        await scene.FollowingNames.HandleAsync(new CustomerRenamed(customer), Token);
        await scene.SettleAsync(sold.Id);
        Assert.Equal($"{number} rumah hijau", Comment(scene));
        await using var context = scene.Database.Open();
        Assert.Equal(2, await context.Set<OutboxEvent>().CountAsync(e => e.Name == CustomerRenamed.EventName, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Words_of_a_line_that_was_taken_over_stay_and_a_waiting_line_is_told_nothing(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (customer, account) = await scene.CustomerAsync("Ratna Kusuma");
        var plan = await scene.PlanAsync();
        var taken = await scene.SellAsync(scene.Wish(account, plan) with { Username = "a" });
        var waiting = await scene.SellAsync(scene.Wish(account, plan) with { Username = "b" });
        await using (var context = scene.Database.Open())
        {
            (await context.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == taken.AccessId, Token)).Note = "pelanggan lama, ODP 3";
            await context.SaveChangesAsync(Token);
        }

        await RenameAsync(scene, customer, "Ratna K.");
        await scene.FollowingNames.HandleAsync(new CustomerRenamed(customer), Token);

        await using var after = scene.Database.Open();
        Assert.Equal("pelanggan lama, ODP 3", (await after.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == taken.AccessId, Token)).Note);
        Assert.Equal($"{(await scene.GetAsync(waiting.Id)).Row.Number} Ratna K.", (await after.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == waiting.AccessId, Token)).Note);
        Assert.Null((await scene.GetAsync(waiting.Id)).Delivery);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Each_owner_of_a_line_is_told_and_erased_alone(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        scene.Customers.DataParts.Add(new SubscriptionDataPart(scene.Clock));
        var (customer, account) = await scene.CustomerAsync("Ratna Kusuma");
        var plan = await scene.PlanAsync();
        var ended = await scene.SellAsync(scene.Wish(account, plan) with { Username = "ratna.lama", ActivateNow = true, Note = "Ratna minta sore" });
        await scene.DoAsync(ended.Id, v => scene.Lifecycle.TerminateAsync(ended.Id, v, null, "Ratna bosan", Token));
        var line = await scene.SellAsync(scene.Wish(account, plan) with { Username = "ratna.kusuma", ActivateNow = true });
        await scene.DoAsync(line.Id, v => scene.Moves.RenameAsync(line.Id, v, "kenanga7", Token));
        await scene.DoAsync(line.Id, v => scene.Lifecycle.HoldAsync(line.Id, v, AccessHolds.Manual, "Ratna mudik", Token));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        var details = await scene.Customers.GetAsync(customer);
        Assert.True((await scene.Customers.Transfer().TransferAsync(customer, details.Version, new("Joko", CustomerKind.Residential, details.Row.RegisteredOn, "sold"), Token)).Succeeded);
        await scene.FollowingNames.HandleAsync(new CustomerTransferred(customer), Token);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.DoAsync(line.Id, v => scene.Lifecycle.ReleaseAsync(line.Id, v, AccessHolds.Manual, "Joko pulang", Token));
        var owner = (await scene.Customers.GetAsync(customer)).FormerOwners[0].Id;

        var present = await ExportAsync(scene, customer, null);
        Assert.Contains("Joko pulang", present, StringComparison.Ordinal);
        Assert.Contains("kenanga7", present, StringComparison.Ordinal);
        Assert.DoesNotContain("atna", present, StringComparison.Ordinal);
        var former = await ExportAsync(scene, customer, owner);
        Assert.All(new[] { "Ratna mudik", "ratna.lama", "Ratna bosan", "Ratna minta sore" }, word => Assert.Contains(word, former, StringComparison.Ordinal));
        Assert.DoesNotContain("Joko", former, StringComparison.Ordinal);

        Assert.Null((await scene.Customers.Privacy().EraseFormerOwnerAsync(customer, owner, "asked", Token)).Error);
        Assert.DoesNotContain("atna", await ExportAsync(scene, customer, owner), StringComparison.Ordinal);
        Assert.Contains("Joko pulang", await ExportAsync(scene, customer, null), StringComparison.Ordinal);
        await using var context = scene.Database.Open();
        Assert.All(await context.Set<DesiredAccessRecord>().ToListAsync(Token), wanted => Assert.DoesNotContain("atna", wanted.Username + wanted.Note + wanted.FormerNote, StringComparison.Ordinal));
        Assert.Equal("kenanga7", (await scene.GetAsync(line.Id)).Row.Username);
    }

    private static string Comment(SubscriptionScene scene) => OwnershipTag.Strip(scene.Rig.Find(RouterMenus.PppSecret, "kenanga7")!["comment"]);

    private static async Task RenameAsync(SubscriptionScene scene, Guid customer, string name)
    {
        var renamed = await scene.Customers.Editor().UpdateAsync(customer, (await scene.Customers.GetAsync(customer)).Version, new(name, CustomerKind.Residential), Token);
        Assert.True(renamed.Succeeded, CustomersRig.Told(renamed.Error));
    }

    private static async Task<string> ExportAsync(SubscriptionScene scene, Guid customer, Guid? formerOwner)
    {
        var export = formerOwner is { } owner ? await scene.Customers.Privacy().ExportFormerOwnerAsync(customer, owner, Token) : await scene.Customers.Privacy().ExportAsync(customer, Token);
        Assert.True(export.Succeeded, CustomersRig.Told(export.Error));
        return Encoding.UTF8.GetString(export.Value.Json.Span);
    }
}
