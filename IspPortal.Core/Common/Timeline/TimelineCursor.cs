using System.Globalization;

namespace IspPortal.Core.Common.Timeline;

/// <summary>Where reading goes on: strictly after this entry, newest first.</summary>
/// <param name="AtUtc">The moment of the last entry that was read.</param>
/// <param name="Id">Its id: several entries may share a moment.</param>
public sealed record TimelineCursor(DateTime AtUtc, Guid Id)
{
    /// <summary>The cursor as one word for an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AtUtc.Ticks}-{Id:N}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null when the text is something else.</summary>
    public static TimelineCursor? Parse(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0 && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(text.AsSpan(dash + 1), "N", out var id)
            ? new TimelineCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
