using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.RouterOs;

internal static class LabClients
{
    public static RouterEndpoint EndpointOf(LabRouters lab, bool useTls = false) =>
        new(Guid.CreateVersion7(), "127.0.0.1", useTls ? lab.Router.TlsPort : lab.Router.Port, useTls, LabRouters.User, LabRouters.Password, null);

    /// <summary>Reads until it succeeds, as a poller would, through whatever back-off there is.</summary>
    public static async Task<string[]> ReadNamesAsync(IRouterOsClient client)
    {
        string[]? names = null;
        for (var attempt = 0; attempt < 200 && names is null; attempt++)
        {
            var rows = new List<PppActiveRow>();
            var read = await client.ReadAsync(PppActiveReader.Command, PppActiveReader.Instance, rows, CancellationToken.None);
            if (read.Succeeded)
            {
                names = [.. rows.Select(r => r.Name).Order(StringComparer.Ordinal)];
            }
            else
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }

        Assert.NotNull(names);
        return names;
    }
}
