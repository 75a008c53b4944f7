namespace IspPortal.Infrastructure.Series;

/// <summary>How long each resolution is kept.</summary>
internal sealed record SeriesRetention(TimeSpan Raw, TimeSpan FiveMinutes, TimeSpan Hour)
{
    public static SeriesRetention Default { get; } = new(TimeSpan.FromHours(48), TimeSpan.FromDays(90), TimeSpan.FromDays(731));

    /// <summary>How long the usage of a day is kept: as long as the invoice that may stand on it.</summary>
    public TimeSpan Usage { get; init; } = TimeSpan.FromDays(3_660);

    /// <summary>The zone whose days the usage is counted by.</summary>
    public TimeZoneInfo BusinessZone { get; init; } = TimeZoneInfo.Utc;
}
