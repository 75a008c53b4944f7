using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>What every question about a series names.</summary>
internal sealed record SeriesQuestion(SeriesSubject Subject, Metric Metric, DateTime FromUtc, DateTime ToUtc)
{
    public static Result<SeriesQuestion> Read(string? subject, EnumWord<Metric>? metric, DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock, TimeSpan defaultSpan)
    {
        if (string.IsNullOrWhiteSpace(subject))
        {
            return ApiErrors.Field("subject", "common.required");
        }

        if (SeriesSubjectText.Parse(subject) is not { } parsed)
        {
            return ApiErrors.MalformedField("subject");
        }

        var rest = ReadMetricAndTime(metric, from, to, clock, defaultSpan);
        return rest.Succeeded ? new SeriesQuestion(parsed, rest.Value.Metric, rest.Value.FromUtc, rest.Value.ToUtc) : rest.Error;
    }

    public static Result<(Metric Metric, DateTime FromUtc, DateTime ToUtc)> ReadMetricAndTime(
        EnumWord<Metric>? metric, DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock, TimeSpan defaultSpan)
    {
        var wanted = metric.Read("metric");
        if (!wanted.Succeeded)
        {
            return wanted.Error;
        }

        if (wanted.Value is not { } figure)
        {
            return ApiErrors.Field("metric", "common.required");
        }

        var toUtc = to?.UtcDateTime ?? clock.UtcNow();
        var fromUtc = from?.UtcDateTime ?? (toUtc - DateTime.MinValue > defaultSpan ? toUtc - defaultSpan : DateTime.MinValue);
        return fromUtc >= toUtc ? ApiErrors.Field("from", "common.not_before_to") : (figure, fromUtc, toUtc);
    }
}
