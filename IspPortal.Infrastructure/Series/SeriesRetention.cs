namespace IspPortal.Infrastructure.Series;

/// <summary>How long each resolution is kept.</summary>
internal sealed record SeriesRetention(TimeSpan Raw, TimeSpan FiveMinutes, TimeSpan Hour)
{
    public static SeriesRetention Default { get; } = new(TimeSpan.FromHours(48), TimeSpan.FromDays(90), TimeSpan.FromDays(731));
}
