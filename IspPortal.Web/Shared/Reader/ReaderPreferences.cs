namespace IspPortal.Web.Shared.Reader;

/// <summary>What the browser remembers of its reader; read from cookies once per page load and handed to the circuit.</summary>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
/// <param name="ZoneId">IANA name of the browser's zone, or null before the first load has told it.</param>
/// <param name="Dense">Dense table rows.</param>
/// <param name="NavigationCollapsed">Whether the left navigation is folded.</param>
/// <param name="Columns">Which columns of which lists are left out, as <see cref="ColumnChoice"/> writes it; null leaves out none.</param>
public sealed record ReaderPreferences(string Theme, string? ZoneId, bool Dense, bool NavigationCollapsed, string? Columns = null)
{
    public static ReaderPreferences Default { get; } = new("light", null, false, false);

    internal const string ThemeCookie = "portal-theme";
    internal const string ZoneCookie = "portal-zone";
    internal const string DensityCookie = "portal-density";
    internal const string NavigationCookie = "portal-nav";
    internal const string ColumnsCookie = "portal-columns";

    /// <summary>The reader's zone; UTC until the browser has told it.</summary>
    internal TimeZoneInfo Zone => ZoneId is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    internal static ReaderPreferences From(IRequestCookieCollection cookies) => new(
        cookies[ThemeCookie] is "dark" ? "dark" : "light",
        cookies[ZoneCookie],
        cookies[DensityCookie] is "dense",
        cookies[NavigationCookie] is "folded",
        cookies[ColumnsCookie]);
}
