using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Documents;

/// <summary>Without a browser documents come as pages to be printed by hand: that works, but somebody should know.</summary>
internal sealed class PdfHealthCheck(IOptions<PdfOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ChromiumPlace.Find(options.Value.ExecutablePath) is null
            ? HealthCheckResult.Degraded("There is no Chromium that prints documents: install the package chromium, or name one in Pdf:ExecutablePath.")
            : HealthCheckResult.Healthy());
}
