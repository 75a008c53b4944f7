using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Somebody changes sold lines on the router; the differences say what that costs.</summary>
public sealed class CostingDriftTests
{
    private static readonly Guid Router = ProvisioningRig.RouterId(0);

    private static readonly string[] Names = ["cepat", "hilang", "mati", "tahan", "coba", "teman"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_runs_unpaid_and_what_is_paid_and_does_not_run_has_its_price(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var home20 = await scene.PlanAsync();
        await scene.PlanAsync("HOME-50", 325_000, 50);
        List<Guid> ids = [];
        foreach (var name in Names[..5])
        {
            var sold = await scene.SellAsync(scene.Wish(account, home20) with { Username = name, ActivateNow = true, IsTrial = name == "coba" });
            await scene.SettleAsync(sold.Id);
            ids.Add(sold.Id);
        }

        await scene.DoAsync(ids[3], v => scene.Lifecycle.HoldAsync(ids[3], v, AccessHolds.Manual, "diminta", Token));
        await scene.SettleAsync(ids[3]);
        await scene.Rig.EditAsync("admin", "/ppp/secret/set", (".id", "cepat"), ("profile", "HOME-50"));
        await scene.Rig.EditAsync("admin", "/ppp/secret/set", (".id", "coba"), ("profile", "HOME-50"));
        await scene.Rig.EditAsync("admin", "/ppp/secret/remove", (".id", "hilang"));
        await scene.Rig.EditAsync("admin", "/ppp/secret/set", (".id", "mati"), ("disabled", "yes"));
        await scene.Rig.EditAsync("admin", "/ppp/secret/set", (".id", "tahan"), ("disabled", "no"));
        await scene.Rig.EditAsync("admin", "/ppp/secret/add", ("name", "teman"), ("password", "x"), ("service", "pppoe"), ("profile", "HOME-50"));
        Assert.Null((await scene.Rig.Reconciler.CompareAsync(Router, Token)).Error);

        var rows = (await scene.Rig.Drift.ListAsync(new(), new(1, 100, Sort: "cost", Descending: true), Token)).Value.Items;
        var mine = rows.Where(r => Names.Contains(r.Key)).ToList();
        Assert.Equal(Names.Length, mine.Count);
        var costs = mine.Where(r => r.MonthlyCost is not null).ToDictionary(r => r.Key, r => $"{r.CostKind} {r.MonthlyCost!.Value.Minor}");
        Assert.Equal(
            [("cepat", "Unpaid 125000"), ("hilang", "Unserved 200000"), ("mati", "Unserved 200000"), ("tahan", "Unpaid 200000"), ("teman", "Unpaid 325000")],
            costs.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value)));
        Assert.Equal(("teman", "coba"), (mine[0].Key, mine[^1].Key));
        Assert.Equal(rows.Select(r => r.MonthlyCost?.Minor ?? 0), rows.Select(r => r.MonthlyCost?.Minor ?? 0).OrderDescending());

        var sum = (await scene.Rig.Drift.PreviewAsync(new(Ids: [.. mine.Select(r => r.Id)]), Token)).Value;
        Assert.Equal((Money.Idr(650_000), Money.Idr(400_000), 5, 6), (sum.Unpaid, sum.Unserved, sum.Priced, sum.Items));
        Assert.Equal((Money.Zero, Money.Idr(200_000), 1), await OfKindAsync(scene, DriftKind.Missing));
    }

    private static async Task<(Money Unpaid, Money Unserved, int Priced)> OfKindAsync(SubscriptionScene scene, DriftKind kind)
    {
        var sum = (await scene.Rig.Drift.PreviewAsync(new(kind), Token)).Value;
        return (sum.Unpaid, sum.Unserved, sum.Priced);
    }
}
