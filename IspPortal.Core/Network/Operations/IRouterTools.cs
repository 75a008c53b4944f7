using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Operations;

/// <summary>Runs harmless tools on a router. Needs <see cref="NetworkPermissions.RoutersOperate"/>; every run is audited.</summary>
public interface IRouterTools
{
    /// <summary>The most echoes of a ping.</summary>
    const int MostEchoes = 50;

    /// <summary>Pings from the router; <paramref name="onReply"/> gets each echo as it comes. Ends by itself after <paramref name="count"/>, 1 to <see cref="MostEchoes"/>.</summary>
    Task<Result> PingAsync(Guid routerId, string address, int count, Func<PingReply, Task> onReply, CancellationToken cancellationToken);

    /// <summary>Traces the way from the router; <paramref name="onHops"/> gets the whole list each time it grew.</summary>
    Task<Result> TraceAsync(Guid routerId, string address, Func<IReadOnlyList<TraceHop>, Task> onHops, CancellationToken cancellationToken);
}
