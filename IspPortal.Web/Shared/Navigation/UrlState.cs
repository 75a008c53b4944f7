using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace IspPortal.Web.Shared.Navigation;

/// <summary>State that lives in the address: filters, page, sort, tab, range.</summary>
internal sealed class UrlState(NavigationManager navigation)
{
    private (string From, string To)? _underWay;

    /// <summary>The value, or null when there is none. No database keeps a NUL, so nothing is found by one.</summary>
    public string? Get(string key)
    {
        // Whoever comes back to the address from which something was changed has not changed it again.
        _underWay = _underWay?.From == navigation.Uri ? _underWay : null;
        return QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(key, out var values) && values.ToString().Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } value ? value : null;
    }

    public int? GetInt(string key) => int.TryParse(Get(key), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    public TEnum? GetEnum<TEnum>(string key)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(Get(key), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>Changes several values at once; null or blank removes one. Other values stay.</summary>
    public void Set(bool replaceHistory, params IReadOnlyList<(string Key, string? Value)> changes)
    {
        var values = changes.ToDictionary(change => change.Key, change => (object?)(string.IsNullOrWhiteSpace(change.Value) ? null : change.Value), StringComparer.Ordinal);
        // The browser tells of a change afterwards: what is changed meanwhile is added to it, else one of both would be lost.
        var now = _underWay is { } going && going.From == navigation.Uri ? going.To : navigation.Uri;
        var target = navigation.GetUriWithQueryParameters(now, values);
        if (target != now)
        {
            _underWay = (navigation.Uri, target);
            navigation.NavigateTo(target, new NavigationOptions { ReplaceHistoryEntry = replaceHistory });
        }
    }
}
