namespace IspPortal.Core.Customers;

/// <summary>Tags as they are kept: lower case, trimmed, each once.</summary>
public static class CustomerTags
{
    /// <summary>The longest tag.</summary>
    public const int MaxLength = 32;

    /// <summary>The most tags of one customer.</summary>
    public const int MaxCount = 20;

    /// <summary>Clean tags in alphabetical order.</summary>
    public static IReadOnlyList<string> Clean(IEnumerable<string>? tags) =>
        [.. (tags ?? []).Select(tag => (tag ?? "").Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
