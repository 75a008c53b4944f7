using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Lab;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Benchmarks.Portal;

/// <summary>
/// 100 routers with 1,000 sessions each, emulated in this process, read by the portal in another: how punctual its cycles are and what it needs,
/// then the same after a start with the filled database, and with five routers dead in five ways.
/// <c>--minutes=3</c> of measuring each, after <c>--settle=60</c> seconds; <c>--port</c> and <c>--lab-port</c> where the portal and the routers listen.
/// </summary>
internal static class Huge
{
    private const string Lateness = "ispportal_job_lateness_seconds";
    private const string Duration = "ispportal_job_duration_seconds";
    private const string Good = "job=\"collect-traffic\",outcome=\"Succeeded\"";
    private const string Bad = "job=\"collect-traffic\",outcome=\"Failed\"";
    private const string Online = "ispportal_routers{state=\"online\"}";

    private static readonly LabFaultKind[] Deaths =
        [LabFaultKind.Refused, LabFaultKind.SilentDrop, LabFaultKind.HalfOpen, LabFaultKind.StallInWord, LabFaultKind.Garbage];

    public static async Task RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var span = TimeSpan.FromMinutes(options.GetValue("minutes", 3.0));
        var settle = TimeSpan.FromSeconds(options.GetValue("settle", 60.0));
        var labPort = options.GetValue("lab-port", 31_000);
        var directory = Directory.CreateTempSubdirectory("ispportal-lab-");
        try
        {
            using var routers = await BenchLab.StartAsync("huge", labPort, directory);
            await using var portal = new PortalProcess(
                options.GetValue("port", 5_980), "--Lab:Profile=huge", "--Lab:External=true", $"--Lab:BasePort={labPort}", $"--Lab:BaseTlsPort={labPort + 1_000}");
            var control = routers.Services.GetRequiredService<ILabControl>();
            var names = control.Routers().Select(router => router.Name).ToArray();

            await AllReadAsync(portal, names.Length, "an empty database");
            await Task.Delay(settle);
            await MeasureAsync($"{names.Length} routers, first start", portal, span, []);

            await portal.RestartAsync();
            await AllReadAsync(portal, names.Length, "the filled database");
            await Task.Delay(settle);
            await MeasureAsync($"{names.Length} routers, started again", portal, span, []);

            var dead = Deaths.Select((kind, i) => (Name: names[(i + 1) * names.Length / (Deaths.Length + 1)], Kind: kind)).ToArray();
            foreach (var (name, kind) in dead)
            {
                var thrown = await control.ThrowAsync(name, new LabFault(kind));
                if (!thrown.Succeeded)
                {
                    throw new InvalidOperationException($"{name} did not take {kind}: {thrown.Error}");
                }
            }

            await portal.WaitAsync(figures => figures.Of("ispportal_routers{state=\"offline\"}") >= dead.Length, TimeSpan.FromMinutes(5), "the dead routers were told offline");
            Line($"now dead: {string.Join(", ", dead.Select(router => $"{router.Name} ({router.Kind})"))}");
            await MeasureAsync($"the other {names.Length - dead.Length}", portal, span, [.. dead.Select(router => router.Name)]);
            await routers.StopAsync();
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task AllReadAsync(PortalProcess portal, int routers, string with)
    {
        var watch = Stopwatch.StartNew();
        await portal.WaitAsync(figures => figures.Of(Online) >= routers, TimeSpan.FromMinutes(5), "all routers were read");
        Line($"all {routers} routers read {watch.Elapsed.TotalSeconds:0} s after the start of the portal with {with}");
    }

    private static async Task MeasureAsync(string what, PortalProcess portal, TimeSpan span, HashSet<string> without)
    {
        var before = await portal.ReadAsync();
        var processor = portal.ProcessorTime;
        var ours = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var (planned, overdue, resident) = (0.0, 0.0, 0.0);
        var (figures, looked) = (before, TimeSpan.Zero);
        while (watch.Elapsed < span)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            figures = await portal.ReadAsync();

            // Intervals may stretch while we look: the plan is what they come to.
            var now = watch.Elapsed;
            var passed = (now - looked).TotalSeconds;
            looked = now;
            planned += figures.All("ispportal_router_poll_interval_seconds").Where(router => !without.Contains(router.Label)).Sum(router => passed / router.Value);
            overdue = Math.Max(overdue, figures.All("ispportal_router_poll_overdue_seconds").Where(router => !without.Contains(router.Label)).Max(router => router.Value));
            resident = Math.Max(resident, portal.ResidentMegabytes);
        }

        var seconds = looked.TotalSeconds;
        var cores = (portal.ProcessorTime - processor).TotalSeconds / seconds;
        var done = figures.Count(Duration, Good, before);
        double LatenessOf(double quantile) => 1000 * figures.Quantile(quantile, Lateness, Good, before);
        Line($"{what}, {seconds:0} s:");
        Line($"  lateness of cycles     p50 {LatenessOf(0.5):0} ms, p99 {LatenessOf(0.99):0} ms {Goal.Under(LatenessOf(0.99), 500, "p99 ")}");
        Line($"  cycles                 {done:0} read, {planned:0} planned; longest a good read was overdue {overdue:0.0} s, reading included; {figures.Count(Duration, Bad, before):0} failed cycles, {without.Count} dead routers' included");
        Line($"  a cycle takes          p50 {figures.Quantile(0.5, Duration, Good, before):0.00} s, p99 {figures.Quantile(0.99, Duration, Good, before):0.00} s");
        Line($"  portal                 {cores:0.000} of a core {Goal.Under(cores, 0.5)}, {resident:0} MB resident at most {Goal.Under(resident, 700)}, {portal.PeakMegabytes:0} MB at most since its start");
        Line($"  of it                  {figures.Of("dotnet_heap_bytes") / 1e6:0} MB managed, {figures.Of("dotnet_gc_committed_bytes") / 1e6:0} MB held by garbage collection");
        Line($"  sessions               {figures.Of("ispportal_sessions_online"):N0} online, {figures.Of("ispportal_sessions_unknown"):N0} unknown; routers {figures.Of(Online):0} online");
        Line($"  beside it              emulator {(Environment.CpuUsage.TotalTime - ours).TotalSeconds / seconds:0.00} of a core; load of the machine {Machine.Load()}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
