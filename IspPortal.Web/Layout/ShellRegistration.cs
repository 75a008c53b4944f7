using IspPortal.Web.Features;
using IspPortal.Web.Features.Map;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Api;
using IspPortal.Web.Shared.Reader;
using Microsoft.AspNetCore.Localization;
using Radzen;

namespace IspPortal.Web.Layout;

/// <summary>What the pages need: components, languages, formatting, the shared parts.</summary>
internal static class ShellRegistration
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Listens on http://localhost:5080 unless the command line, the environment or the settings name an address.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var named = new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrWhiteSpace(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!named)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // A closed tab says so and is let go at once. These are for pages that vanish without a word: long enough to change the access
            // point; after that the page loads anew and finds its state in its address.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(30);
            circuits.DisconnectedCircuitMaxRetained = 50;
            circuits.PersistedCircuitInMemoryMaxRetained = 0;
        });
        builder.Services.AddRadzenComponents();
        builder.Services.AddPortalLocalization();
        builder.Services.AddSharedParts();
    }

    public static void UseShell(this WebApplication app)
    {
        // An address that does not exist gets a page of the portal; the API and files answer for themselves.
        app.UseStatusCodePages(context =>
        {
            var request = context.HttpContext.Request;
            var isPage = HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                && !request.Path.StartsWithSegments(ApiRegistration.Root, StringComparison.OrdinalIgnoreCase) && request.Path != "/not-found";
            if (isPage && context.HttpContext.Response.StatusCode == StatusCodes.Status404NotFound)
            {
                context.HttpContext.Response.Redirect("/not-found");
            }

            return Task.CompletedTask;
        });
        app.UseRequestLocalization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapExports();
        app.MapTileFiles();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    private static void AddPortalLocalization(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages.Default);
            options.AddSupportedCultures([.. Languages.All]);
            options.AddSupportedUICultures([.. Languages.All]);
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }
}
