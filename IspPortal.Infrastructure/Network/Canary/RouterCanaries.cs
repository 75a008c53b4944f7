using IspPortal.Core.Audit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Canary;

internal sealed class RouterCanaries(ICurrentActor actor, CanaryProbe probe, IAuditWriter audit) : IRouterCanary
{
    public async Task<Result<CanaryReport?>> GetAsync(Guid routerId, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : Result.Of(await probe.FindAsync(routerId, cancellationToken));

    public async Task<Result<CanaryReport>> ProbeAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersOperate) is { } denied)
        {
            return denied;
        }

        var report = await probe.ProbeAsync(routerId, cancellationToken);
        await audit.WriteAsync("probed", "router", routerId.ToString(), new { error = report.Error?.Code, good = report.ValueOr(null)?.IsGood }, cancellationToken);
        return report;
    }
}
