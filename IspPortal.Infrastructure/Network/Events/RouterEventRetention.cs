using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Events;

/// <summary>Removes events of the log past their time.</summary>
internal sealed class RouterEventRetention(IDbContextFactory<PortalDbContext> contexts, ISettingsReader<RouterEventSettings> settings, TimeProvider clock)
{
    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).KeepDays);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<RouterEvent>().Where(happened => happened.AtUtc < before).ExecuteDeleteAsync(cancellationToken);
    }
}
