using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>/health/live: the process answers. /health/ready: it can do its work, so a balancer may send it callers.</summary>
internal static class HealthEndpoints
{
    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Json(new HealthAnswer("live", null))).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(HealthCheckService health, CancellationToken cancellationToken)
    {
        var report = await health.CheckHealthAsync(cancellationToken);
        var ready = report.Status != HealthStatus.Unhealthy;
        // Anybody may ask: names and states, never the words of an exception.
        var checks = report.Entries.Select(entry => new HealthLine(entry.Key, entry.Value.Status, Math.Round(entry.Value.Duration.TotalMilliseconds, 1)));
        return TypedResults.Json(new HealthAnswer(ready ? "ready" : "notReady", [.. checks]), statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    internal sealed record HealthAnswer(string Status, IReadOnlyList<HealthLine>? Checks);

    internal sealed record HealthLine(string Name, HealthStatus Status, double DurationMilliseconds);
}
