using IspPortal.Core.Mapping.Tiles;

namespace IspPortal.Web.Security;

/// <summary>Tells browsers what our pages may do: load from here and from the tile server of the settings only, be framed by nobody, say nothing to other sites.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IMapTiles tiles, ILogger<SecurityHeaders> logger)
{
    /// <summary>A policy that begins so is kept as it is.</summary>
    public const string SandboxDirective = "sandbox;";

    /// <summary>One that begins so too: a page that may open the print dialog and nothing else.</summary>
    public const string PrintingSandboxDirective = "sandbox allow-scripts allow-modals;";

    private static readonly string OwnPolicy = PolicyFor(null);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(async () =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";

            // Files that people sent bring a stricter one of their own. The framework's own for its pages is none.
            var own = headers.ContentSecurityPolicy.ToString();
            if (!own.StartsWith(SandboxDirective, StringComparison.Ordinal) && !own.StartsWith(PrintingSandboxDirective, StringComparison.Ordinal))
            {
                headers.ContentSecurityPolicy = await PolicyAsync(context.Response.ContentType);
            }
        });
        return next(context);
    }

    /// <summary>
    /// Styles may be inline because Blazor and Radzen set style attributes; handlers in attributes because Radzen's drop-downs have them.
    /// Scripts themselves come from files of this origin.
    /// </summary>
    internal static string PolicyFor(string? tileOrigin) =>
        $"default-src 'self'; script-src 'self'; script-src-attr 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:{(tileOrigin is null ? "" : " " + tileOrigin)}; "
        + "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // Only a page shows pictures. The rest, health above all, answers without asking the database for the settings.
    private async ValueTask<string> PolicyAsync(string? contentType)
    {
        if (contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)
        {
            return OwnPolicy;
        }

        try
        {
            return await tiles.SourceAsync(CancellationToken.None) is { Origin: { } origin } ? PolicyFor(origin) : OwnPolicy;
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The map's settings cannot be read; pages load pictures from here only");
            return OwnPolicy;
        }
    }
}
