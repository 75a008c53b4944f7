using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Benchmarks.Network;

/// <summary>
/// Applies 1,000 changes of speed to one router over real TCP and one connection, every step noted before and after, beside a plain sender that writes the
/// same 1,000 sentences to the same router with the same budget and asks and notes nothing: what budget and router allow.
/// </summary>
internal static class ApplyChanges
{
    private const int Secrets = 2_000;
    private const int Changes = 1_000;
    private const int Rounds = 3;
    private const int InFlight = 4;
    private const string Slow = "HOME-20";
    private const string Fast = "HOME-50";

    private static readonly TimeSpan LongestPlan = TimeSpan.FromMinutes(3);

    public static async Task RunAsync(string[] args)
    {
        // As the lab's routers print.
        await using var workshop = await Workshop.StartAsync(Workshop.Lines(Secrets), new LabNetworkTuning(RowsPerSecond: 4_000));
        var lines = await OwnAsync(workshop);
        foreach (var (perSecond, what) in ((int, string)[])[(new ProvisioningSettings().RequestsPerSecond, "the default budget"), (500, "the highest budget")])
        {
            await workshop.SetAsync(new ProvisioningSettings { RequestsPerSecond = perSecond });
            var plain = new List<double>();
            var ours = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                plain.Add(await SendPlainlyAsync(workshop, perSecond, Fast));
                await SendPlainlyAsync(workshop, 500, Slow);
                ours.Add(await ApplyAsync(workshop, lines, Fast));
                await ApplyAsync(workshop, lines, Slow);
            }

            var ratio = Median(ours) / Median(plain);
            Say($"{Changes:N0} changes of {Secrets:N0} secrets, {what}, {perSecond} requests a second:");
            Say($"  a plain sender            {Median(plain):0.00} s, median of {Rounds}");
            Say($"  a plan, from the click    {Median(ours):0.00} s, median of {Rounds}, worst {ours.Max():0.00}: {ratio:0.00} x {Goal.Under(ratio, 1.3)}");
            Say($"  load of the machine       {Machine.Load()}");
        }
    }

    private static async Task<List<Guid>> OwnAsync(Workshop workshop)
    {
        var ids = new List<Guid>();
        await using var context = workshop.Source.CreateForSystem("bench");
        foreach (var subscriber in Workshop.Lines(Changes))
        {
            var id = Guid.CreateVersion7();
            ids.Add(id);
            context.Add(new AccessAccount
            {
                Id = id, RouterId = Workshop.RouterId, Service = AccessService.Pppoe, Username = subscriber.Username, SearchKey = subscriber.Username, IsOwned = true, FirstSeenAtUtc = DateTime.UnixEpoch,
            });
            context.Add(new DesiredAccessRecord
            {
                AccessId = id,
                Service = AccessService.Pppoe,
                Username = subscriber.Username,
                UsernameKey = DesiredAccessRecord.KeyOf(AccessService.Pppoe, subscriber.Username),
                Lifecycle = AccessLifecycle.Live,
                Password = subscriber.Password,
                Profile = Slow,
                CreatedAtUtc = DateTime.UnixEpoch,
            });
            context.Add(new AccessPlacement { AccessId = id, RouterId = Workshop.RouterId, Role = PlacementRole.Primary });
            workshop.OnRouter(world =>
            {
                var secrets = world.Menu(RouterMenus.PppSecret);
                var secret = secrets.ByName(subscriber.RouterUsername)!;
                secrets.Set(secret, "comment", OwnershipTag.Append(secrets.Get(secret, "comment"), OwnershipTag.For(id)));
                secrets.Set(secret, "profile", Slow);
            });
        }

        await context.SaveChangesAsync();
        return ids;
    }

    private static async Task<double> SendPlainlyAsync(Workshop workshop, int perSecond, string profile)
    {
        var items = (await workshop.ReadAsync())[RouterMenus.PppSecret].Owned.Select(o => o.Item.Id).ToList();
        var client = await workshop.ClientAsync();
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (i, token) =>
        {
            var wait = TimeSpan.FromSeconds((double)i / perSecond) - watch.Elapsed;
            if (wait > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(wait, token);
            }

            Workshop.Value(await client.ExecuteAsync(new RouterOsCommand(RouterMenus.PppSecret + "/set").With(".id", items[i]).With("profile", profile), token));
        });
        var seconds = watch.Elapsed.TotalSeconds;
        Check(workshop, profile);
        return seconds;
    }

    private static async Task<double> ApplyAsync(Workshop workshop, List<Guid> lines, string profile)
    {
        await using (var context = workshop.Source.CreateForSystem("bench"))
        {
            await context.Set<DesiredAccessRecord>().ExecuteUpdateAsync(set => set.SetProperty(w => w.Profile, profile));
        }

        var plan = await workshop.WithAsync<IAccessPlans, AccessPlanRow>(async plans =>
        {
            var id = Workshop.Value(await plans.CreateAsync(new CreateAccessPlanRequest(lines, null, Kicks: KickPolicy.NextRedial), CancellationToken.None));
            return Workshop.Value(await plans.GetAsync(id, CancellationToken.None)).Row;
        });
        if (plan.Steps != Changes)
        {
            throw new InvalidOperationException($"{plan.Steps} steps instead of {Changes}");
        }

        var watch = Stopwatch.StartNew();
        await workshop.WithAsync<IAccessPlans, bool>(async plans =>
            (await plans.ApplyAsync(plan.Id, plan.Version, CancellationToken.None)) is { Succeeded: true } ? true : throw new InvalidOperationException("the plan was not begun"));
        while (plan.State is AccessPlanState.Draft or AccessPlanState.Applying)
        {
            if (watch.Elapsed > LongestPlan)
            {
                throw new TimeoutException($"The plan is still {plan.State}: {plan.Done} done, {plan.Failed} failed.");
            }

            await Task.Delay(10);
            plan = await workshop.WithAsync<IAccessPlans, AccessPlanRow>(async plans => Workshop.Value(await plans.GetAsync(plan.Id, CancellationToken.None)).Row);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        if (plan.State != AccessPlanState.Applied)
        {
            throw new InvalidOperationException($"The plan ended {plan.State}: {plan.Done} done, {plan.Failed} failed.");
        }

        Check(workshop, profile);
        return seconds;
    }

    private static void Check(Workshop workshop, string profile)
    {
        var changed = 0;
        workshop.OnRouter(world =>
        {
            var secrets = world.Menu(RouterMenus.PppSecret);
            changed = secrets.Items.Count(s => OwnershipTag.TextOf(secrets.Get(s, "comment")) is not null && secrets.Get(s, "profile") == profile);
        });
        if (changed != Changes)
        {
            throw new InvalidOperationException($"{changed} secrets have {profile} instead of {Changes}");
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
