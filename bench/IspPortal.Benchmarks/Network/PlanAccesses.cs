using System.Globalization;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sample;

namespace IspPortal.Benchmarks.Network;

/// <summary>
/// Plans 5,000 lines against a router that holds 5,000 secrets, as it was read over TCP. Measured from the last row on: indexing what was read, comparing,
/// making the steps. Of 50 lines 36 are as they should be; the others have another profile or password, are to be isolated, disabled, ended or made, or belong to somebody else.
/// </summary>
internal static class PlanAccesses
{
    private const int Lines = 5_000;
    private const int WarmUpRounds = 40;
    private const int Rounds = 41;

    public static async Task RunAsync(string[] args)
    {
        var isolir = SamplePlan.All[0] with { Code = "isolir" };
        var subscribers = Workshop.Lines(Lines).Select((s, i) => ClassOf(i) == Line.Isolated ? s with { Plan = isolir } : s).ToList();
        await using var workshop = await Workshop.StartAsync(subscribers, new LabNetworkTuning());
        var wanted = subscribers.Select((s, i) => Wanted(s, i)).ToList();
        workshop.OnRouter(world => Mark(world, subscribers, wanted));
        var read = await workshop.ReadAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;

        var rounds = new List<(double Index, double Plan, double Bytes)>();
        var plan = Round(read, wanted, now, []);
        for (var i = 0; i < WarmUpRounds; i++)
        {
            Round(read, wanted, now, []);
            await Task.Delay(20);
        }

        for (var i = 0; i < Rounds; i++)
        {
            GC.Collect();
            Round(read, wanted, now, rounds);
        }

        Say($"{wanted.Count:N0} lines, {read[RouterMenus.PppSecret].Items.Count:N0} secrets, {read[RouterMenus.PppActive].Items.Count:N0} sessions: {plan.Steps.Count:N0} steps ({string.Join(", ", plan.Steps.CountBy(s => s.Verb).Select(v => $"{v.Key} {v.Value}"))}), {plan.Findings.Count:N0} findings");
        var total = Median(rounds.Select(r => r.Index + r.Plan));
        Say($"  processor after the read  {total:0.0} ms {Goal.Under(total, 50)}, median of {Rounds}, worst {rounds.Max(r => r.Index + r.Plan):0.0}; of it indexing {Median(rounds.Select(r => r.Index)):0.0} ms, planning {Median(rounds.Select(r => r.Plan)):0.0} ms");
        Say($"  allocated                 {Median(rounds.Select(r => r.Bytes)) / 1e6:0.0} MB, {Median(rounds.Select(r => r.Bytes)) / Lines:0} bytes per line");
        Say($"  load of the machine       {Machine.Load()}");
    }

    private static RouterPlan Round(RouterContents read, List<DesiredAccess> wanted, DateTime now, List<(double Index, double Plan, double Bytes)> rounds)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Environment.CpuUsage.TotalTime;
        var contents = RouterContents.Of(read.RouterId, read.ReadAtUtc, read.Menus.Values.Select(m => new MenuContents(m.Menu, m.Items)));
        var indexed = Environment.CpuUsage.TotalTime;
        var plan = Workshop.Value(AccessPlanner.Plan(new PlannerInput(contents, wanted, now) { IsolirIsReady = true, KnownOwned = Lines }));
        var planned = Environment.CpuUsage.TotalTime;
        rounds.Add(((indexed - start).TotalMilliseconds, (planned - indexed).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated));
        return plan;
    }

    private static Line ClassOf(int index) => (index % 50) switch
    {
        0 => Line.Foreign,
        1 or 2 => Line.ToIsolate,
        3 => Line.Isolated,
        4 or 5 or 6 => Line.OtherProfile,
        7 => Line.ToDisable,
        8 or 9 => Line.OtherPassword,
        10 => Line.Ended,
        11 or 12 or 13 => Line.New,
        _ => Line.InSync,
    };

    private static DesiredAccess Wanted(SampleSubscriber subscriber, int index)
    {
        var line = ClassOf(index);
        var state = line switch
        {
            Line.ToIsolate or Line.Isolated => AccessState.Isolated,
            Line.ToDisable => AccessState.Disabled,
            Line.Ended => AccessState.Absent,
            _ => AccessState.Active,
        };
        return new DesiredAccess(
            Guid.CreateVersion7(),
            AccessService.Pppoe,
            line == Line.New ? $"baru-{index}" : subscriber.Username,
            state,
            line == Line.OtherProfile ? SamplePlan.All.First(p => p.Kind == subscriber.Kind && p.Code != subscriber.Plan.Code).Code : line == Line.Isolated ? "HOME-20" : subscriber.Plan.Code)
        {
            Password = line == Line.OtherPassword ? "Lain-2026" : subscriber.Password,
            IsolirProfile = "isolir",
            FixedAddress = subscriber.FixedAddress ?? "",
            CallerId = "",
            Note = subscriber.Company ?? subscriber.FullName,
        };
    }

    // What is new has no secret yet: the router's one of that place is a stranger's.
    private static void Mark(RouterWorld world, List<SampleSubscriber> subscribers, List<DesiredAccess> wanted)
    {
        var secrets = world.Menu(RouterMenus.PppSecret);
        for (var i = 0; i < subscribers.Count; i++)
        {
            if (ClassOf(i) is not (Line.Foreign or Line.New))
            {
                var secret = secrets.ByName(subscribers[i].RouterUsername)!;
                secrets.Set(secret, "comment", OwnershipTag.Append(secrets.Get(secret, "comment"), OwnershipTag.For(wanted[i].AccessId)));
            }
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private enum Line
    {
        InSync,
        OtherProfile,
        OtherPassword,
        ToIsolate,
        Isolated,
        ToDisable,
        Ended,
        New,
        Foreign,
    }
}
