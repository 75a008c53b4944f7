using System.Net;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Web.Shared.Api;
using Microsoft.Extensions.Options;

namespace IspPortal.Web.Features.Monitoring.Api.Metrics;

/// <summary>/metrics: from this machine, with the token of the settings, or signed in with monitoring.read.</summary>
internal static partial class MetricsEndpoint
{
    public static void AddPortalMetrics(this IServiceCollection services)
    {
        services.AddSingleton<MeasurementRecorder>();
        services.AddSingleton<IMetricSource, NetworkMetrics>();
        services.AddSingleton<IMetricSource, ProcessMetrics>();
    }

    public static void MapPortalMetrics(this WebApplication app)
    {
        // It counts from the first request on, not from the first reading.
        app.Services.GetRequiredService<MeasurementRecorder>();
        app.MapGet("/metrics", ReadAsync).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> ReadAsync(
        HttpContext context,
        ICurrentActor current,
        IOptionsMonitor<ApiOptions> options,
        IEnumerable<IMetricSource> sources,
        MeasurementRecorder recorder,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        if (!IsFromHere(context) && !HasToken(context.Request, options.CurrentValue.MetricsToken) && current.Deny(MonitoringPermissions.MonitoringRead) is { } refusal)
        {
            return ApiResults.Problem(refusal);
        }

        var text = new StringBuilder(16 * 1024);
        var samples = new List<MetricSample>();
        foreach (var source in sources)
        {
            samples.AddRange(await ReadSourceAsync(source, loggers, cancellationToken));
        }

        PrometheusText.Write(text, samples);
        foreach (var (instrument, series) in recorder.Read())
        {
            PrometheusText.Write(text, instrument, series);
        }

        return TypedResults.Text(text.ToString(), PrometheusText.ContentType);
    }

    private static async ValueTask<IReadOnlyList<MetricSample>> ReadSourceAsync(IMetricSource source, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        const string Help = "1 when this group of figures could be read.";
        var name = source.GetType().Name;
        try
        {
            return [.. await source.ReadAsync(cancellationToken), new("ispportal_metrics_up", Help, 1, new KeyValuePair<string, string>("source", name))];
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogLost(loggers.CreateLogger(typeof(MetricsEndpoint)), exception, name);
            return [new("ispportal_metrics_up", Help, 0, new KeyValuePair<string, string>("source", name))];
        }
    }

    /// <summary>A reverse proxy on this machine is not the caller: what it forwards comes from elsewhere.</summary>
    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    private static bool HasToken(HttpRequest request, string token) =>
        token.Length > 0 && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {token}")),
            SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The figures of {Source} could not be read")]
    private static partial void LogLost(ILogger logger, Exception exception, string source);
}
