using IspPortal.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IspPortal.Infrastructure.Hosting.Health;

internal sealed class DatabaseHealthCheck(PortalContextSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = source.CreateForSystem("health");
        return await database.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, $"The {source.Provider} database does not answer.");
    }
}
