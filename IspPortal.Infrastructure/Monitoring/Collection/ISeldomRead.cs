using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Something of a router that changes slowly or costs much to ask, with a pace of its own.</summary>
internal interface ISeldomRead
{
    TimeSpan Every { get; }

    /// <summary>Asks; what could not be read gives no sample.</summary>
    /// <param name="client">The router.</param>
    /// <param name="settings">As they are now.</param>
    /// <param name="interval">The time since it was asked before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<SeriesSample>> ReadAsync(IRouterOsClient client, MonitoringSettings settings, TimeSpan interval, CancellationToken cancellationToken);
}
