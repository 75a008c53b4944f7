using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Observe mode, of the portal or of one router: nothing is written.</summary>
internal sealed class ObserveModeGuard(PortalContextSource source, ISettingsReader<ProvisioningSettings> settings) : IRouterWriteGuard
{
    public async Task<Error?> RefuseAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if ((await settings.GetAsync(cancellationToken)).ObserveMode)
        {
            return ProvisioningErrors.ObserveMode;
        }

        await using var context = source.CreateForSystem("observe-mode");
        return await context.Set<Router>().AnyAsync(r => r.Id == routerId && r.ObservesSinceUtc != null, cancellationToken) ? ProvisioningErrors.ObserveMode : null;
    }
}
