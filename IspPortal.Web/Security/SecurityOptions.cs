using System.ComponentModel.DataAnnotations;

namespace IspPortal.Web.Security;

/// <summary>The <c>Security</c> section. docs/operations/configure.md explains each setting.</summary>
internal sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>Addresses or networks (CIDR) of reverse proxies whose X-Forwarded-For and -Proto are believed; empty believes nobody.</summary>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>Hours without a request after which a browser must sign in again.</summary>
    [Range(1, 24 * 30)]
    public int SessionHours { get; set; } = 12;

    /// <summary>Sent forms of sign-in and account pages, a minute and address.</summary>
    [Range(1, 1_000_000)]
    public int AccountFormsPerMinute { get; set; } = 60;

    /// <summary>Loaded pages, a minute and caller.</summary>
    [Range(1, 1_000_000)]
    public int PagesPerMinute { get; set; } = 600;

    /// <summary>The largest body of any request, in bytes.</summary>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public long MaxBodyBytes { get; set; } = 8 * 1024 * 1024;
}
