namespace IspPortal.Core.Messaging.Senders;

/// <summary>The hours in which only what cannot wait goes out.</summary>
internal readonly record struct QuietHours(int FromHour, int ToHour, TimeZoneInfo Zone)
{
    /// <summary>When the quiet in which <paramref name="utc"/> lies is over; null when it lies in none.</summary>
    public DateTime? EndOf(DateTime utc)
    {
        if (FromHour == ToHour)
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);
        var isQuiet = FromHour < ToHour ? local.Hour >= FromHour && local.Hour < ToHour : local.Hour >= FromHour || local.Hour < ToHour;
        return isQuiet ? ToUtc(local.Date.AddDays(local.Hour >= ToHour ? 1 : 0).AddHours(ToHour)) : null;
    }

    /// <summary>When the next quiet after <paramref name="utc"/> begins; null when there is none.</summary>
    public DateTime? NextAfter(DateTime utc)
    {
        if (FromHour == ToHour)
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);
        return ToUtc(local.Date.AddDays(local.Hour >= FromHour ? 1 : 0).AddHours(FromHour));
    }

    /// <summary>The day of the business that <paramref name="utc"/> is in.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>When a day of the business begins.</summary>
    public DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    private DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
}
