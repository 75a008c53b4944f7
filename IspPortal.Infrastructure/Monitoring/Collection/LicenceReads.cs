using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>How many sessions of each kind (PPPoE, hotspot) the router's licence allows.</summary>
internal sealed class LicenceReads : ISeldomRead
{
    private static readonly RouterOsCommand Licence = new("/system/license/print");

    private readonly Refusals _refusals = new();

    public TimeSpan Every => TimeSpan.FromHours(1);

    public int? SessionLimit { get; private set; }

    public async Task<IReadOnlyList<SeriesSample>> ReadAsync(IRouterOsClient client, MonitoringSettings settings, TimeSpan interval, CancellationToken cancellationToken)
    {
        if (_refusals.Ask(Licence.Path))
        {
            var read = await client.PrintAsync(Licence, cancellationToken);
            if (!read.Succeeded)
            {
                _refusals.Take(Licence.Path, read.Error);
            }
            else if (read.Value.Count > 0)
            {
                SessionLimit = RouterLicence.SessionsOf(read.Value[0]["nlevel"] ?? read.Value[0]["level"]);
            }
        }

        return [];
    }
}
