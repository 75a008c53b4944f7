using IspPortal.Web.Shared.Maps;
using Microsoft.Extensions.Options;

namespace IspPortal.Web.Security;

/// <summary>Tells browsers what our pages may do: load from here only, be framed by nobody, say nothing to other sites.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<MapOptions> maps)
{
    /// <summary>A policy that begins so is kept as it is.</summary>
    public const string SandboxDirective = "sandbox;";

    private readonly string _policy = PolicyFor(maps.Value.TileUrl);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // Files that people sent bring a stricter one of their own. The framework's own for its pages is none.
            if (!headers.ContentSecurityPolicy.ToString().StartsWith(SandboxDirective, StringComparison.Ordinal))
            {
                headers.ContentSecurityPolicy = _policy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>
    /// Styles may be inline because Blazor and Radzen set style attributes; handlers in attributes because Radzen's drop-downs have them.
    /// Scripts themselves come from files of this origin.
    /// </summary>
    internal static string PolicyFor(string? tileUrl)
    {
        var tiles = TileSource(tileUrl) is { } source ? " " + source : "";
        return $"default-src 'self'; script-src 'self'; script-src-attr 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:{tiles}; "
            + "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    /// <summary>Scheme and host of the tile server; its <c>{s}</c> stands for any subdomain.</summary>
    private static string? TileSource(string? tileUrl)
    {
        var address = tileUrl?.Replace("{s}", "any-subdomain", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? $"{uri.Scheme}://{uri.Authority.Replace("any-subdomain", "*", StringComparison.Ordinal)}"
            : null;
    }
}
