using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>A RouterOS version: <c>7.20.4 (stable)</c>, <c>6.49.17 (long-term)</c>, <c>7.16rc4</c>, <c>7.24beta2 (testing)</c>. A pre-release is older than its release.</summary>
internal sealed record RouterOsVersion(int Major, int Minor, int Patch = 0, string PreRelease = "", string Channel = "") : IComparable<RouterOsVersion>
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out RouterOsVersion? version)
    {
        version = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var number = parts[0].TrimStart('v');
        var channel = parts.Length > 1 ? parts[1].Trim('(', ')', ' ') : string.Empty;

        var end = 0;
        while (end < number.Length && (char.IsAsciiDigit(number[end]) || number[end] == '.'))
        {
            end++;
        }

        var figures = number[..end].Split('.');
        if (figures.Length is < 2 or > 3)
        {
            return false;
        }

        Span<int> values = stackalloc int[3];
        values.Clear();
        for (var i = 0; i < figures.Length; i++)
        {
            if (!int.TryParse(figures[i], NumberStyles.None, CultureInfo.InvariantCulture, out values[i]))
            {
                return false;
            }
        }

        version = new RouterOsVersion(values[0], values[1], values[2], number[end..], channel);
        return true;
    }

    public static bool operator <(RouterOsVersion left, RouterOsVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(RouterOsVersion left, RouterOsVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(RouterOsVersion left, RouterOsVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RouterOsVersion left, RouterOsVersion right) => left.CompareTo(right) >= 0;

    /// <summary>This or later, by number alone: 7.22rc1 already has what 7.22 brings.</summary>
    public bool IsAtLeast(int major, int minor, int patch = 0) => (Major, Minor, Patch).CompareTo((major, minor, patch)) >= 0;

    public int CompareTo(RouterOsVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byNumber = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return byNumber != 0 ? byNumber : ComparePreRelease(PreRelease, other.PreRelease);
    }

    public override string ToString()
    {
        var number = Patch == 0 ? $"{Major}.{Minor}" : $"{Major}.{Minor}.{Patch}";
        return string.Create(CultureInfo.InvariantCulture, $"{number}{PreRelease}{(Channel.Length == 0 ? string.Empty : $" ({Channel})")}");
    }

    // No suffix is the release itself; alpha < beta < rc; then by the number behind.
    private static int ComparePreRelease(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(left.Length) switch { > 0 => 1, < 0 => -1, _ => 0 };
        }

        var (leftName, leftNumber) = Divide(left);
        var (rightName, rightNumber) = Divide(right);
        var byName = string.CompareOrdinal(leftName, rightName);
        return byName != 0 ? byName : leftNumber.CompareTo(rightNumber);
    }

    private static (string Name, int Number) Divide(string suffix)
    {
        var name = suffix.TrimEnd("0123456789".ToCharArray());
        _ = int.TryParse(suffix.AsSpan(name.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return (name, number);
    }
}
