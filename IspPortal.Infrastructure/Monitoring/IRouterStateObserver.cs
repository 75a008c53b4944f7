using IspPortal.Core.Monitoring;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>Told of every poll, within the poll. A fault of an observer is logged and hinders nothing.</summary>
internal interface IRouterStateObserver
{
    /// <summary>A poll ended. <paramref name="snapshot"/>'s sessions are those last known.</summary>
    Task PolledAsync(RouterSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>The router is no longer polled: disabled or removed.</summary>
    Task StoppedAsync(Guid routerId, CancellationToken cancellationToken);
}
