using IspPortal.Infrastructure.Lab.Sample;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Benchmarks.Portal;

/// <summary>The demo's four routers in this process behind a tap each, and the portal in another, with its past written.</summary>
internal sealed class DemoLab : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;
    private readonly IHost _lab;

    private DemoLab(DirectoryInfo directory, IHost lab, AnswerTap[] taps, PortalProcess portal) => (_directory, _lab, Taps, Portal) = (directory, lab, taps, portal);

    public IServiceProvider Services => _lab.Services;

    public AnswerTap[] Taps { get; }

    public PortalProcess Portal { get; }

    public static async Task<DemoLab> StartAsync(IConfiguration options, int port)
    {
        var labPort = options.GetValue("lab-port", 33_000);
        var tapPort = labPort + 500;
        var directory = Directory.CreateTempSubdirectory("ispportal-lab-");
        var lab = await BenchLab.StartAsync("demo", labPort, directory);
        var routers = lab.Services.GetRequiredService<SampleIsp>().Routers;
        var taps = routers.Select((_, i) => new AnswerTap(tapPort + i, labPort + i)).ToArray();
        var portal = new PortalProcess(
            options.GetValue("port", port), "--Lab:Profile=demo", "--Lab:External=true", $"--Lab:BasePort={tapPort}", $"--Lab:BaseTlsPort={tapPort + 1_000}");
        var demo = new DemoLab(directory, lab, taps, portal);
        try
        {
            await portal.WaitAsync(figures => figures.Of("ispportal_routers{state=\"online\"}") >= routers.Count, TimeSpan.FromMinutes(3), "all routers were read");
            await portal.WaitAsync(_ => portal.Said("Wrote the past month").Count > 0, TimeSpan.FromMinutes(5), "the past is written");
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        foreach (var tap in Taps)
        {
            tap.Dispose();
        }

        await _lab.StopAsync();
        _lab.Dispose();
        _directory.Delete(recursive: true);
    }
}
