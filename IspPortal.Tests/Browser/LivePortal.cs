using System.Net;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Lab;
using IspPortal.Core.Monitoring;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IspPortal.Tests.Browser;

/// <summary>The whole portal on a real port, as a developer starts it: its own data directory, and the lab's routers on free ports.</summary>
internal sealed class LivePortal : WebApplicationFactory<Program>
{
    private readonly string _directory = Directory.CreateTempSubdirectory("isp-portal-live-").FullName;
    private bool _hasPast;
    private bool _hasBooks;

    public ILiveFeed Feed => Services.GetRequiredService<ILiveFeed>();

    /// <summary>The folder of map tiles that it was told of: empty until a test puts some there.</summary>
    public string TileFolder => Path.Combine(_directory, "tiles");

    public ILabControl Lab => Services.GetRequiredService<ILabControl>();

    public string Address => ClientOptions.BaseAddress.ToString();

    /// <summary>What the portal says of the network now; null before the first poll.</summary>
    public NetworkTotals? Totals => Feed.Latest(MonitoringTopics.Totals);

    public static LivePortal Start(bool hasPast = true, bool hasBooks = false)
    {
        var portal = new LivePortal { _hasPast = hasPast, _hasBooks = hasBooks };
        portal.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        portal.StartServer();
        return portal;
    }

    public RouterLine Router(string name) => Totals!.Routers.Single(router => router.Name == name);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:DataDirectory", _directory);
        builder.UseSetting("Map:TileFolder", TileFolder);

        // What stands in the links of its mail.
        builder.UseSetting("Portal:PublicAddress", "http://portal.test");
        builder.UseSetting("Lab:Enabled", "true");
        builder.UseSetting("Lab:BasePort", "0");
        builder.UseSetting("Lab:BaseTlsPort", "0");
        builder.UseSetting("Identity:PasswordIterations", "1000");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(QuietHosts.SayNoWelcome);
        builder.ConfigureTestServices(QuietHosts.ShareTheModel);
        if (!_hasBooks)
        {
            builder.ConfigureTestServices(QuietHosts.HaveNoBooks);
        }

        if (!_hasPast)
        {
            builder.ConfigureTestServices(QuietHosts.HaveNoPast);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await using var pooled = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_directory, "portal.db") }.ToString());
        SqliteConnection.ClearPool(pooled);
        await TestFolders.RemoveAsync(_directory);
    }
}
