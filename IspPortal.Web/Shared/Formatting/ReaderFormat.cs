using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Web.Shared.Reader;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Shared.Formatting;

/// <summary>Figures, spans and dates as this reader reads them: in the language chosen and the browser's zone. Null is <c>–</c>, never 0.</summary>
internal sealed class ReaderFormat(CurrentReader reader, IStringLocalizer<FormatTexts> texts, TimeProvider clock)
{
    public const string Unknown = "–";

    public CultureInfo Culture => reader.Culture;

    public Quantity BitRate(long? bitsPerSecond, int? unit = null) => UnitScale.BitRate.Format(bitsPerSecond, Culture, unit);

    public Quantity Bytes(long? bytes, int? unit = null) => UnitScale.Bytes.Format(bytes, Culture, unit);

    public string Count(long? count) => count is { } known ? known.ToString("N0", Culture) : Unknown;

    public Quantity Percent(double? percent) =>
        percent is { } known ? new Quantity(known.ToString(Math.Abs(known) is > 0 and < 9.95 ? "0.#" : "0", Culture), "%") : Quantity.Unknown;

    /// <summary>The two largest units: <c>3 d 4 h</c>, <c>12 min 5 s</c>.</summary>
    public string Duration(TimeSpan? span)
    {
        if (span is not { } known)
        {
            return Unknown;
        }

        var (days, hours, minutes, seconds) = Parts(known < TimeSpan.Zero ? TimeSpan.Zero : known);
        return (days, hours, minutes) switch
        {
            (> 0, _, _) => Join(days, "Days", hours, "Hours"),
            (_, > 0, _) => Join(hours, "Hours", minutes, "Minutes"),
            (_, _, > 0) => Join(minutes, "Minutes", seconds, "Seconds"),
            _ => One(seconds, "Seconds"),
        };
    }

    /// <summary>How long something took: milliseconds below ten seconds, then as <see cref="Duration"/>.</summary>
    public Quantity Took(TimeSpan? span) => span switch
    {
        null => Quantity.Unknown,
        { TotalSeconds: < 10 } brief => new Quantity(brief.TotalMilliseconds.ToString("N0", Culture), "ms"),
        _ => new Quantity(Duration(span), ""),
    };

    /// <summary>How long ago, in the largest unit: <c>12 s ago</c>; a moment within the last second is <c>now</c>.</summary>
    public string Age(DateTime? atUtc)
    {
        if (atUtc is not { } known)
        {
            return Unknown;
        }

        var (days, hours, minutes, seconds) = Parts(AgeOf(known));
        return (days, hours, minutes, seconds) switch
        {
            (> 0, _, _, _) => texts["Ago", One(days, "Days")],
            (_, > 0, _, _) => texts["Ago", One(hours, "Hours")],
            (_, _, > 0, _) => texts["Ago", One(minutes, "Minutes")],
            (_, _, _, > 0) => texts["Ago", One(seconds, "Seconds")],
            _ => texts["Now"],
        };
    }

    /// <summary>Time since <paramref name="atUtc"/>; a moment ahead of our clock counts as now.</summary>
    public TimeSpan AgeOf(DateTime atUtc)
    {
        var age = clock.GetUtcNow().UtcDateTime - atUtc;
        return age < TimeSpan.Zero ? TimeSpan.Zero : age;
    }

    public string Since(DateTime? atUtc) => atUtc is { } known ? Duration(AgeOf(known)) : Unknown;

    /// <summary>A moment in the reader's zone.</summary>
    public DateTime ToReader(DateTime atUtc) => Local(atUtc)!.Value;

    /// <summary>What the reader's clock calls <paramref name="local"/>, in UTC; an hour that a change of summer time leaves out counts as the one after it.</summary>
    public DateTime FromReader(DateTime local)
    {
        var told = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(reader.Zone.IsInvalidTime(told) ? told.AddHours(1) : told, reader.Zone);
    }

    public string Time(DateTime? atUtc) => Local(atUtc)?.ToString("HH':'mm':'ss", Culture) ?? Unknown;

    /// <summary>An amount with its currency, as <c>Rp 1.250.000</c>.</summary>
    public string Money(Money? amount) => amount?.ToString(Culture) ?? Unknown;

    /// <summary>A day of the business.</summary>
    public string Day(DateOnly? day) => day?.ToString("d MMM yyyy", Culture) ?? Unknown;

    public string Date(DateTime? atUtc) => Local(atUtc)?.ToString("d MMM yyyy", Culture) ?? Unknown;

    public string DateAndTime(DateTime? atUtc) => Local(atUtc)?.ToString("d MMM yyyy HH':'mm':'ss", Culture) ?? Unknown;

    /// <summary>Time alone for today, date and time for days near it; where the day alone could be of another year, date and year.</summary>
    public string Moment(DateTime? atUtc)
    {
        if (Local(atUtc) is not { } local)
        {
            return Unknown;
        }

        var now = Local(clock.GetUtcNow().UtcDateTime)!.Value;
        return local.Date == now.Date ? Time(atUtc) : (local - now).Duration() < TimeSpan.FromDays(180) ? local.ToString("d MMM HH':'mm", Culture) : Date(atUtc);
    }

    private DateTime? Local(DateTime? atUtc) =>
        atUtc is { } known ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(known, DateTimeKind.Utc), reader.Zone) : null;

    private static (int Days, int Hours, int Minutes, int Seconds) Parts(TimeSpan span) => ((int)span.TotalDays, span.Hours, span.Minutes, span.Seconds);

    private string One(int value, string unit) => texts[unit, value.ToString("N0", Culture)];

    private string Join(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? One(large, largeUnit) : $"{One(large, largeUnit)} {One(small, smallUnit)}";
}
