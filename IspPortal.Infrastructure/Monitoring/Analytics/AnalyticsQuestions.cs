using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

/// <summary>What questions over time have in common.</summary>
internal static class AnalyticsQuestions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>What is wrong with a time, or null.</summary>
    public static Error? Refuse(DateTime fromUtc, DateTime toUtc)
    {
        var fields = new List<FieldError>();
        if (fromUtc.Kind != DateTimeKind.Utc)
        {
            fields.Add(new FieldError("from", "common.not_allowed"));
        }

        if (toUtc.Kind != DateTimeKind.Utc || toUtc <= fromUtc || toUtc - fromUtc > Longest)
        {
            fields.Add(new FieldError("to", toUtc <= fromUtc ? "common.not_before_to" : "common.not_allowed"));
        }

        return fields.Count == 0 ? null : CommonErrors.Invalid(fields);
    }

    /// <summary>What is wrong with a number, or null.</summary>
    public static Error? Refuse(string field, int value, int least, int most) =>
        value < least || value > most ? CommonErrors.Invalid([new FieldError(field, "common.out_of_range", least, most)]) : null;
}
