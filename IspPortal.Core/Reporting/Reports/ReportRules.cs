using System.Net.Mail;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>What an order of a report must keep to.</summary>
public static class ReportRules
{
    /// <summary>The longest period.</summary>
    public const int MostDays = 366;

    /// <summary>How many routers may be named.</summary>
    public const int MostRouters = 100;

    /// <summary>To how many addresses one is sent.</summary>
    public const int MostRecipients = 20;

    /// <summary>The longest name of a schedule.</summary>
    public const int LongestName = 80;

    private const int LongestAddress = 254;

    /// <summary>Every broken rule of an order; the period ends at the latest on <paramref name="todayOn"/>.</summary>
    public static IReadOnlyList<FieldError> Judge(ReportOrder order, DateOnly todayOn)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (PlainText.Judge(order) is { Count: > 0 } refused)
        {
            return refused;
        }

        List<FieldError> wrong = [.. JudgeParts(order)];
        if (order.ToOn < order.FromOn)
        {
            wrong.Add(new FieldError("toOn", "common.not_before_to"));
        }
        else if (order.ToOn > todayOn)
        {
            wrong.Add(new FieldError("toOn", "reports.in_the_future"));
        }
        else if (new ReportPeriod(order.FromOn, order.ToOn).Days > MostDays)
        {
            wrong.Add(new FieldError("fromOn", "reports.too_long", MostDays));
        }

        return wrong;
    }

    /// <summary>Every broken rule of a schedule.</summary>
    public static IReadOnlyList<FieldError> Judge(SaveReportScheduleRequest schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (PlainText.Judge(schedule) is { Count: > 0 } refused)
        {
            return refused;
        }

        List<FieldError> wrong = [.. JudgeParts(schedule.Order).Select(error => error with { Field = "order." + error.Field })];
        if (string.IsNullOrWhiteSpace(schedule.Name) || schedule.Name.Trim().Length > LongestName)
        {
            wrong.Add(string.IsNullOrWhiteSpace(schedule.Name) ? new FieldError("name", "common.required") : new FieldError("name", "common.too_long", LongestName));
        }

        if (!Enum.IsDefined(schedule.Cadence))
        {
            wrong.Add(new FieldError("cadence", "common.not_allowed"));
        }

        if (schedule.Hour is < 0 or > 23)
        {
            wrong.Add(new FieldError("hour", "common.out_of_range", 0, 23));
        }

        return wrong;
    }

    private static IEnumerable<FieldError> JudgeParts(ReportOrder order)
    {
        if (!Enum.IsDefined(order.Kind))
        {
            yield return new FieldError("kind", "common.not_allowed");
        }

        if (order.Language is not ("en" or "id"))
        {
            yield return new FieldError("language", "common.not_allowed");
        }

        if (order.Formats.Count == 0 || !order.Formats.All(Enum.IsDefined))
        {
            yield return new FieldError("formats", order.Formats.Count == 0 ? "common.required" : "common.not_allowed");
        }

        if (order.RouterIds.Count > MostRouters)
        {
            yield return new FieldError("routerIds", "reports.too_many", MostRouters);
        }

        if (order.Recipients.Count > MostRecipients)
        {
            yield return new FieldError("recipients", "reports.too_many", MostRecipients);
        }
        else if (order.Recipients.Any(address => address.Length > LongestAddress || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address))
        {
            yield return new FieldError("recipients", "common.not_an_email");
        }
    }
}
