namespace IspPortal.Web.Shared.Reader;

/// <summary>What the browser remembers of its reader; read from cookies once per page load and handed to the circuit.</summary>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
/// <param name="ZoneId">IANA name of the browser's zone, or null before the first load has told it.</param>
/// <param name="Dense">Dense table rows.</param>
/// <param name="NavigationCollapsed">Whether the left navigation is folded.</param>
public sealed record ReaderPreferences(string Theme, string? ZoneId, bool Dense, bool NavigationCollapsed)
{
    public static ReaderPreferences Default { get; } = new("light", null, false, false);

    internal const string ThemeCookie = "portal-theme";
    internal const string ZoneCookie = "portal-zone";
    internal const string DensityCookie = "portal-density";
    internal const string NavigationCookie = "portal-nav";

    internal static ReaderPreferences From(IRequestCookieCollection cookies) => new(
        cookies[ThemeCookie] is "dark" ? "dark" : "light",
        cookies[ZoneCookie],
        cookies[DensityCookie] is "dense",
        cookies[NavigationCookie] is "folded");
}
