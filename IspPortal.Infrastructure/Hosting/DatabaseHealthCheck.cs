using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>Whether the database answers and holds the portal's tables.</summary>
internal sealed class DatabaseHealthCheck(PortalContextSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = source.CreateForSystem("health");
        await database.Users.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
