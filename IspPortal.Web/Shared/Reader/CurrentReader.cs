using System.Globalization;
using Microsoft.JSInterop;

namespace IspPortal.Web.Shared.Reader;

/// <summary>The reader of this circuit: language, zone, theme, density. Changes are remembered by the browser.</summary>
internal sealed class CurrentReader(IJSRuntime js)
{
    private ReaderPreferences _preferences = ReaderPreferences.Default;

    public event EventHandler? Changed;

    public CultureInfo Culture => CultureInfo.CurrentUICulture;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public string Theme => _preferences.Theme;

    public bool Dense => _preferences.Dense;

    public bool NavigationCollapsed => _preferences.NavigationCollapsed;

    public void Use(ReaderPreferences preferences)
    {
        _preferences = preferences;
        Zone = preferences.Zone;
    }

    /// <summary>Takes the zone that the browser reports; the cookie is missing on the very first load.</summary>
    public async Task DetectZoneAsync()
    {
        var id = await js.InvokeAsync<string?>("portal.zone");
        if (id is { Length: > 0 } && id != _preferences.ZoneId)
        {
            Use(_preferences with { ZoneId = id });
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public Task SetThemeAsync(string theme) =>
        ChangeAsync(_preferences with { Theme = theme }, "portal.setTheme", theme);

    public Task SetDenseAsync(bool dense) =>
        ChangeAsync(_preferences with { Dense = dense }, "portal.remember", ReaderPreferences.DensityCookie, dense ? "dense" : "normal");

    /// <summary>The columns of a list that this reader does without.</summary>
    public IReadOnlyList<string> HiddenColumnsOf(string list) => ColumnChoice.Read(_preferences.Columns).GetValueOrDefault(list) ?? [];

    public Task SetHiddenColumnsAsync(string list, IReadOnlyList<string> keys)
    {
        var hidden = new Dictionary<string, IReadOnlyList<string>>(ColumnChoice.Read(_preferences.Columns), StringComparer.Ordinal) { [list] = keys };
        var text = ColumnChoice.Write(hidden);
        return ChangeAsync(_preferences with { Columns = text }, "portal.remember", ReaderPreferences.ColumnsCookie, text);
    }

    public Task SetNavigationCollapsedAsync(bool collapsed) =>
        ChangeAsync(_preferences with { NavigationCollapsed = collapsed }, "portal.remember", ReaderPreferences.NavigationCookie, collapsed ? "folded" : "open");

    /// <summary>Changes the language and loads the page anew: the culture of a circuit is fixed when it starts.</summary>
    public async Task SetLanguageAsync(string language) => await js.InvokeVoidAsync("portal.setLanguage", language);

    private async Task ChangeAsync(ReaderPreferences preferences, string function, params object?[] arguments)
    {
        _preferences = preferences;
        Changed?.Invoke(this, EventArgs.Empty);
        await js.InvokeVoidAsync(function, arguments);
    }
}
