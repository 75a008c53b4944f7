using IspPortal.Web.Features.Map;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace IspPortal.Web.Security;

/// <summary>Who may come in, and how: cookies, bearer tokens, the actor of requests and circuits, headers, limits.</summary>
internal static class SecurityRegistration
{
    private const string CookieName = "isp-portal";
    private static readonly TimeSpan SecondStepFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HstsFor = TimeSpan.FromDays(365);

    public static void AddPortalSecurity(this WebApplicationBuilder builder)
    {
        // Addresses of invite and reset links hold their token: requests are not logged with their query.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        var services = builder.Services;
        services.AddOptions<SecurityOptions>()
            .Bind(builder.Configuration.GetSection(SecurityOptions.Section))
            .ValidateDataAnnotations()
            .Validate(options => options.KnownProxies.All(ProxySetup.IsProxy), "Security:KnownProxies must hold addresses or networks such as 10.0.0.0/8.")
            .ValidateOnStart();
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, ProxySetup>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, CallerLimits>();
        services.AddRateLimiter(_ => { });
        services.AddHsts(options => options.MaxAge = HstsFor);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<SecurityOptions>>((kestrel, security) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = security.Value.MaxBodyBytes;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = CookieName + "-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        AddSchemes(services);
        // No scheme is named: that would authenticate once more, and bring back the session that ActorOfRequest has just ended.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitSession>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitSession>());
    }

    /// <summary>Goes first; the API and <c>UseAuthorization</c> follow.</summary>
    public static void UsePortalSecurity(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.KnownProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseMiddleware<ActorOfRequest>();
        app.UseRateLimiter();
    }

    private static void AddSchemes(IServiceCollection services)
    {
        services.AddAuthentication(PortalSchemes.Any)
            .AddPolicyScheme(PortalSchemes.Any, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? PortalSchemes.Bearer : PortalSchemes.Cookie)
            .AddCookie(PortalSchemes.Cookie, options =>
            {
                Guard(options.Cookie, CookieName);
                options.LoginPath = "/account/sign-in";
                options.LogoutPath = "/account/sign-out";
                options.AccessDeniedPath = "/account/access-denied";
                options.ReturnUrlParameter = "returnUrl";
                options.SlidingExpiration = true;
                var toLogin = options.Events.OnRedirectToLogin;
                options.Events.OnRedirectToLogin = context =>
                {
                    if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments(TileFiles.Root, StringComparison.OrdinalIgnoreCase))
                    {
                        return toLogin(context);
                    }

                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                };
            })
            .AddCookie(PortalSchemes.SecondStep, options =>
            {
                Guard(options.Cookie, CookieName + "-step");
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.ExpireTimeSpan = SecondStepFor;
                options.SlidingExpiration = false;
            })
            .AddJwtBearer(PortalSchemes.Bearer, _ => { });
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>();
        services.AddOptions<CookieAuthenticationOptions>(PortalSchemes.Cookie)
            .Configure<IOptions<SecurityOptions>>((cookie, security) => cookie.ExpireTimeSpan = TimeSpan.FromHours(security.Value.SessionHours));
    }

    private static void Guard(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
