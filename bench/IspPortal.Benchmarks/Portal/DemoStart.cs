using System.Diagnostics;
using System.Globalization;

namespace IspPortal.Benchmarks.Portal;

/// <summary>The start that everybody sees first: portal and demo lab in one process, an empty data directory. <c>--port</c> where it listens.</summary>
internal static class DemoStart
{
    public static async Task RunAsync(string[] args)
    {
        var port = args.FirstOrDefault(arg => arg.StartsWith("--port=", StringComparison.Ordinal))?[7..] ?? "5981";
        var watch = Stopwatch.StartNew();
        await using var portal = new PortalProcess(
            int.Parse(port, CultureInfo.InvariantCulture), "--Lab:Profile=demo", "--Lab:BasePort=0", "--Lab:BaseTlsPort=0");
        await portal.WaitAsync(_ => true, TimeSpan.FromMinutes(2), "it answers");
        var answers = watch.Elapsed;
        await portal.WaitAsync(figures => figures.Of("ispportal_routers{state=\"online\"}") >= 4, TimeSpan.FromMinutes(2), "all routers were read");
        var read = watch.Elapsed;
        await portal.WaitAsync(_ => portal.Said("Wrote the past month").Count > 0, TimeSpan.FromMinutes(5), "the past is written");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"answers after {answers.TotalSeconds:0.0} s, all 4 routers read after {read.TotalSeconds:0.0} s, has its past after {watch.Elapsed.TotalSeconds:0.0} s; load of the machine {Machine.Load()}"));
        var said = portal.Said("Wrote the past month")[0];
        var seconds = double.Parse(said[(said.LastIndexOf(" in ", StringComparison.Ordinal) + 4)..^2], CultureInfo.InvariantCulture);
        Console.WriteLine($"the portal says: {said.Trim()} {Goal.Under(seconds, 20)}");
    }
}
