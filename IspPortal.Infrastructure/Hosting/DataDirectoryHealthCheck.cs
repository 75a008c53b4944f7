using IspPortal.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>Files and SQLite need room: a full disk shows here before data are lost.</summary>
internal sealed class DataDirectoryHealthCheck(IOptions<StorageOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(StorageOptionsValidator.DirectoryFault("Storage:DataDirectory", options.Value.DataDirectory) is { } fault
            ? new HealthCheckResult(context.Registration.FailureStatus, fault)
            : HealthCheckResult.Healthy());
}
