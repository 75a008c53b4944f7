using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Alerts.Parts;

/// <summary>What incidents and rules are called.</summary>
internal static class AlertNames
{
    /// <summary>What is wrong, in the reader's words.</summary>
    public static string Of(AlertRow alert, IStringLocalizer<AlertsTexts> texts) => alert.RuleName ?? (alert.RuleKey is { } key ? texts["Rule." + key].Value : texts[alert.Kind.ToString()].Value);

    public static string Of(AlertRuleRow rule, IStringLocalizer<AlertsTexts> texts) => rule.Terms.Name ?? (rule.BuiltInKey is { } key ? texts["Rule." + key].Value : "");

    /// <summary>The policies that the portal comes with have a name in each language, as long as nobody gave them another.</summary>
    public static string OfPolicy(string name, IStringLocalizer<AlertsTexts> texts) => name is "Urgent" or "Calm" ? texts["Policy." + name] : name;

    /// <summary>Where more is to be seen of what it is about.</summary>
    public static string? HrefOf(AlertRow alert) => (alert.Kind, alert.SubjectKind) switch
    {
        (AlertKind.Outage, _) => $"outages/{alert.SubjectId}",
        (AlertKind.Metric, Core.Monitoring.Series.SeriesSubjectKind.Access) => $"subscribers/{alert.SubjectId}",
        (AlertKind.Metric, _) => alert.RouterId is { } router ? $"routers/{router}" : null,
        _ => $"routers/{alert.SubjectId}",
    };
}
