using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Infrastructure.Monitoring.Analytics;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Monitoring.Analytics;

/// <summary>Emulated routers of both generations over real TCP.</summary>
public sealed class AskingForLinkSpeedsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData("7.18"), InlineData("6.49")]
    public async Task Ports_with_a_link_say_how_fast_it_is_and_saying_it_again_changes_nothing(string version)
    {
        await using var rig = await ProvisioningRig.StartAsync([version]);
        var speeds = new InterfaceSpeeds(rig.Clients, rig.Database.Source, TimeProvider.System, NullLogger<InterfaceSpeeds>.Instance);
        Assert.Equal((1, 0), await speeds.ReadAsync(Token));
        Assert.Equal((1, 0), await speeds.ReadAsync(Token));
        await using var context = rig.Database.Open();
        var kept = await context.Set<InterfaceSpeed>().ToListAsync(Token);
        Assert.Equal(1_000_000_000, kept.Single(s => s.Name == "ether1").BitsPerSecond);
        Assert.Equal(kept.Count, kept.Select(s => s.Name).Distinct().Count());
    }
}
