using System.Globalization;
using IspPortal.Core.Alerts;
using IspPortal.Infrastructure.Alerts.OnCall;
using IspPortal.Infrastructure.Hosting;

namespace IspPortal.Infrastructure.Alerts.Escalation;

/// <summary>An incident in words of one language, for messages.</summary>
internal sealed class AlertWords(OnCallReading reading, PortalAddress portal)
{
    private const string Unknown = "–";

    public async Task<IReadOnlyDictionary<string, string>> ValuesAsync(AlertIncident incident, string language, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.GetCultureInfo(language == "id" ? "id-ID" : "en");
        var zone = await reading.ZoneAsync(cancellationToken);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["alert"] = NameOf(incident, culture),
            ["subject"] = incident.SubjectName,
            ["severity"] = Text("Severity." + incident.Severity, culture),
            ["value"] = incident.Value is { } value ? AlertFigure.Write(value, incident.Metric, incident.Unit, culture) : Unknown,
            ["sessions"] = incident.AffectedSessions?.ToString("N0", culture) ?? Unknown,
            ["since"] = Moment(incident.OpenedAtUtc, zone, culture),
            ["until"] = incident.ResolvedAtUtc is { } ended ? Moment(ended, zone, culture) : Unknown,
            ["by"] = incident.ResolvedBy ?? Text("ByItself", culture),
            ["link"] = $"{portal.Find()}/alerts/{incident.Id}",
        };
    }

    private static string NameOf(AlertIncident incident, CultureInfo culture) =>
        incident.RuleName ?? (incident.RuleKey is { } key ? Text("Rule." + key, culture) : Text("Kind." + incident.Kind, culture));

    private static string Moment(DateTime utc, TimeZoneInfo zone, CultureInfo culture) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("dd/MM HH:mm", culture);

    private static string Text(string name, CultureInfo culture) => AlertMessages.Texts.GetString(name, culture) ?? name;
}
