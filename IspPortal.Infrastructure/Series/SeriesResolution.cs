namespace IspPortal.Infrastructure.Series;

/// <summary>How finely a stretch of time is kept.</summary>
internal enum SeriesResolution
{
    Raw,
    FiveMinutes,
    Hour,
}
