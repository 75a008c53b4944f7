using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace IspPortal.Benchmarks.Portal;

/// <summary>What a full garbage collection leaves alive in the portal, asked for as dotnet-gcdump does it.</summary>
internal static class LiveHeap
{
    private const long CollectKeyword = 0x800000;
    private const string Full = "dotnet_gc_collections_total{generation=\"2\"}";

    /// <summary>In megabytes. Collects several times: what the first one finalizes, the next one frees.</summary>
    public static async Task<double> MegabytesAsync(PortalProcess portal)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < 5; i++)
        {
            await CollectAsync(portal);
            var figures = await portal.ReadAsync();
            least = Math.Min(least, figures.Of("dotnet_heap_live_bytes") / 1e6);
        }

        return least;
    }

    private static async Task CollectAsync(PortalProcess portal)
    {
        var before = (await portal.ReadAsync()).Of(Full);
        var client = new DiagnosticsClient(portal.Id);
        using var session = client.StartEventPipeSession(
            new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, CollectKeyword), requestRundown: false);
        var draining = session.EventStream.CopyToAsync(Stream.Null);
        var watch = Stopwatch.StartNew();
        while ((await portal.ReadAsync()).Of(Full) <= before)
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException("The portal did not collect its garbage when asked to.");
            }

            await Task.Delay(50);
        }

        await session.StopAsync(CancellationToken.None);
        await draining;
    }

}
