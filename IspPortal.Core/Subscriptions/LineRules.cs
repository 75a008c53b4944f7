namespace IspPortal.Core.Subscriptions;

/// <summary>Small rules that the forms of a line share.</summary>
internal static class LineRules
{
    /// <summary>Whether it is nothing or a MAC address with colons.</summary>
    public static bool IsMac(string? text) =>
        string.IsNullOrWhiteSpace(text) || (text.Trim() is { Length: 17 } mac && mac.Split(':') is { Length: 6 } parts && parts.All(p => p.Length == 2 && p.All(char.IsAsciiHexDigit)));
}
