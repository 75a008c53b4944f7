using System.ComponentModel.DataAnnotations;

namespace IspPortal.Web.Shared.Api;

/// <summary>Infrastructure settings of the API, section <c>Api</c>.</summary>
internal sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Requests a minute of one signed-in caller; they may come at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Requests a minute of one address without a sign-in.</summary>
    [Range(1, 1_000_000)]
    public int AnonymousRequestsPerMinute { get; set; } = 120;

    /// <summary>The largest body of an API request.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>A bearer token with which a monitoring server may read /metrics from another machine; empty means from this machine only.</summary>
    public string MetricsToken { get; set; } = "";
}
