using System.Globalization;
using IspPortal.Infrastructure.Lab;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Benchmarks.Portal;

/// <summary>The emulated routers in this process: apart from the portal, and with their switches at hand.</summary>
internal static class BenchLab
{
    public static async Task<IHost> StartAsync(string profile, int basePort, DirectoryInfo directory)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Lab:Enabled", "true"),
            new("Lab:Profile", profile),
            new("Lab:BasePort", basePort.ToString(CultureInfo.InvariantCulture)),
            new("Lab:BaseTlsPort", (basePort + 1_000).ToString(CultureInfo.InvariantCulture)),
            new("Storage:DataDirectory", directory.FullName),
        ]);
        builder.Services.AddLogging();
        builder.Services.AddLab(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
