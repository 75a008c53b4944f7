using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Infrastructure.Timeline;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Subscriptions;

/// <summary>The clock stands still: all of it is of one moment, and still came one after the other.</summary>
public sealed class TellingWhatHappenedTests
{
    private static readonly AccessHolds[] Held = [AccessHolds.Manual, AccessHolds.Abuse];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_history_and_the_time_axis_have_the_order_in_which_it_happened(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (customer, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        foreach (var kind in Held.Concat(Held))
        {
            await scene.DoAsync(sold.Id, v => scene.Lifecycle.HoldAsync(sold.Id, v, kind, "Bergantian", Token));
            await scene.DoAsync(sold.Id, v => scene.Lifecycle.ReleaseAsync(sold.Id, v, kind, "Bergantian", Token));
        }

        string[] expected = ["Sold", "Activated", .. Held.Concat(Held).SelectMany(kind => (string[])[$"Held {kind}", $"Released {kind}"])];
        var history = (await scene.Directory.ListHistoryAsync(sold.Id, new(), Token)).Value.Items;
        Assert.Single(history.Select(entry => entry.AtUtc).Distinct());
        Assert.Equal(expected, history.Reverse().Select(entry => $"{entry.Kind} {(entry.Kind == SubscriptionHistoryKind.Held ? entry.After : entry.Kind == SubscriptionHistoryKind.Released ? entry.Before : "")}".Trim()));

        var first = (await scene.Directory.ListHistoryAsync(sold.Id, new(1, 3), Token)).Value.Items;
        var second = (await scene.Directory.ListHistoryAsync(sold.Id, new(2, 3), Token)).Value.Items;
        Assert.Equal(history.Take(6).Select(entry => entry.Id), first.Concat(second).Select(entry => entry.Id));

        var axis = new PortalTimeline([new SubscriptionTimeline(scene.Database.Factory, new TestActor(CustomersRig.Everything))]);
        var told = new List<TimelineEntry>();
        for (TimelineCursor? cursor = null; told.Count == 0 || cursor is not null;)
        {
            var page = await axis.ReadAsync(new(TimelineSubject.OfCustomer(customer), 4, cursor), Token);
            told.AddRange(page.Items);
            cursor = page.Next;
        }

        Assert.Equal(history.Select(entry => entry.Id), told.Select(entry => entry.Id));
    }
}
