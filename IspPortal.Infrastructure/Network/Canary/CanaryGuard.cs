using System.Collections.Concurrent;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Canary;

/// <summary>
/// Nothing is written to a router whose version is new until every command shape was probed there. The probe runs by itself, once per version; after a bad
/// one a person has to look and run it again.
/// </summary>
internal sealed class CanaryGuard(PortalContextSource source, CanaryProbe probe) : IRouterWriteGuard
{
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _doors = new();

    public async Task<Error?> RefuseAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var version = await probe.VersionAsync(routerId, cancellationToken);
        if (!version.Succeeded)
        {
            // Where nobody answers nothing can be written either.
            return version.Error;
        }

        var door = _doors.GetOrAdd(routerId, _ => new SemaphoreSlim(1));
        await door.WaitAsync(cancellationToken);
        try
        {
            if (await IsProbedAsync(routerId, version.Value, cancellationToken))
            {
                return null;
            }

            if (await probe.FindAsync(routerId, cancellationToken) is { IsGood: false } failed && failed.RouterOsVersion == version.Value)
            {
                return ProvisioningErrors.CanaryNotPassed(version.Value);
            }

            var report = await probe.ProbeAsync(routerId, cancellationToken);
            return !report.Succeeded ? report.Error : report.Value.IsGood ? null : ProvisioningErrors.CanaryNotPassed(version.Value);
        }
        finally
        {
            door.Release();
        }
    }

    private async Task<bool> IsProbedAsync(Guid routerId, string version, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("canary");
        return await context.Set<Router>().AnyAsync(r => r.Id == routerId && r.ProbedVersion == version, cancellationToken);
    }
}
