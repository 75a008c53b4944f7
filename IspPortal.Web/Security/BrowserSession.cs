using IspPortal.Core.Identity.SignIn;
using IspPortal.Web.Shared.Reader;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;

namespace IspPortal.Web.Security;

/// <summary>The cookies of a signed-in browser.</summary>
internal static class BrowserSession
{
    /// <summary>Signs the browser in, and gives it the person's language and theme.</summary>
    public static async Task BeginAsync(HttpContext http, AccountSession session)
    {
        await http.SignOutAsync(PortalSchemes.SecondStep);
        await http.SignInAsync(PortalSchemes.Cookie, PortalClaims.Of(session, PortalSchemes.Cookie));
        Prefer(http, session.Culture, session.Theme);
    }

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(PortalSchemes.Cookie);

    /// <summary>Keeps a right password until the code comes.</summary>
    public static Task HoldAsync(HttpContext http, PendingSignIn pending) =>
        http.SignInAsync(PortalSchemes.SecondStep, PortalClaims.Of(pending, PortalSchemes.SecondStep));

    /// <summary>What <see cref="HoldAsync"/> kept, or null when it has run out.</summary>
    public static async Task<PendingSignIn?> HeldAsync(HttpContext http) =>
        PortalClaims.Read((await http.AuthenticateAsync(PortalSchemes.SecondStep)).Principal) is { } held ? new PendingSignIn(held.UserId, held.Stamp) : null;

    /// <summary>Remembers language and theme; null leaves what the browser has.</summary>
    public static void Prefer(HttpContext http, string? culture, string? theme)
    {
        // Readable by the page's script: it switches both without a round trip.
        var options = new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true };
        if (culture is not null)
        {
            http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), options);
        }

        if (theme is not null)
        {
            http.Response.Cookies.Append(ReaderPreferences.ThemeCookie, theme, options);
        }
    }
}
