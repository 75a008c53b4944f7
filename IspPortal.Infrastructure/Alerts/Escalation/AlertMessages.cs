using System.Resources;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Alerts.Escalation;

/// <summary>What people are told of incidents.</summary>
internal static class AlertMessages
{
    public const string Opened = "alert.opened";
    public const string Escalated = "alert.escalated";
    public const string Resolved = "alert.resolved";

    public static ResourceManager Texts { get; } = new("IspPortal.Infrastructure.Alerts.Escalation.AlertTexts", typeof(AlertMessages).Assembly);

    public static IReadOnlyList<MessageEventDefinition> All { get; } =
    [
        Of(Opened, TimeSpan.FromHours(2)),
        Of(Escalated, TimeSpan.FromHours(2)),
        Of(Resolved, TimeSpan.FromHours(12)),
    ];

    private static MessageEventDefinition Of(string key, TimeSpan goodFor) => new(
        key,
        MessagePriority.Outage,
        [
            new("alert", "Router does not answer"),
            new("subject", "RTR-BEKASI"),
            new("severity", "Critical"),
            new("value", "94 %"),
            new("sessions", "812"),
            new("since", "22/11 14:05"),
            new("until", "22/11 14:31"),
            new("by", "Ayu Lestari"),
            new("link", "https://portal.example.net/alerts/01890000"),
        ],
        Texts,
        goodFor);
}
