using IspPortal.Core.Common.Live;
using IspPortal.Infrastructure.Monitoring.Relay;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What every collector uses.</summary>
internal sealed record CollectorServices(
    IRouterOsPool Pool,
    LiveNetwork Network,
    ILiveFeed Feed,
    ISeriesStore Series,
    TotalsPublisher Totals,
    CollectionWriter Writer,
    RouterRelay Relay,
    SharedLines Shared,
    IEnumerable<IRouterStateObserver> Observers,
    TimeProvider Clock,
    ILogger<RouterCollector> Logger)
{
    /// <summary>What a killed portal loses of open sessions' bytes at most.</summary>
    public TimeSpan KeepBytesEvery { get; init; } = TimeSpan.FromMinutes(5);
}
