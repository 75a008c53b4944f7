using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab;

/// <summary>The emulator alone, in a process of its own: <c>dotnet run --project IspPortal.Web -- lab [--Lab:Profile=huge]</c>. A portal with <c>Lab:External=true</c> uses it.</summary>
internal static class LabProcess
{
    /// <summary>The word on the command line that asks for it.</summary>
    public const string Verb = "lab";

    public static bool IsAskedFor(string[] args) => args.Length > 0 && args[0] == Verb;

    /// <summary>Runs until the process is told to stop; prints where the routers listen.</summary>
    public static async Task RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken = default)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args[1..], ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([new("Lab:Enabled", "true"), new("Lab:External", "false")]);
        builder.Services.AddLab(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        foreach (var router in host.Services.GetRequiredService<LabControl>().Routers())
        {
            await output.WriteLineAsync(
                $"{router.Name,-20} RouterOS {router.Version,-8} api 127.0.0.1:{router.Port}  api-ssl 127.0.0.1:{router.TlsPort}  {router.PppSessions} PPPoE, {router.HotspotSessions} hotspot, {router.StaticLines} static".AsMemory(),
                cancellationToken);
        }

        await output.WriteLineAsync("The lab is ready; Ctrl+C ends it.".AsMemory(), cancellationToken);
        await host.WaitForShutdownAsync(cancellationToken);
    }
}
