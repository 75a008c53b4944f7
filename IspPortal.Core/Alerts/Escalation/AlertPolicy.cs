using System.Text.Json;
using IspPortal.Core.Audit;

namespace IspPortal.Core.Alerts.Escalation;

/// <summary>Who is told of an incident, and when.</summary>
[Audited("alert_policy")]
internal sealed class AlertPolicy
{
    public required Guid Id { get; init; }

    /// <summary>Unique.</summary>
    public required string Name { get; set; }

    /// <summary><see cref="AlertStep"/>s as JSON.</summary>
    public required string Steps { get; set; }

    public long Version { get; set; }

    public static string Write(IReadOnlyList<AlertStep> steps) => JsonSerializer.Serialize(steps);

    public IReadOnlyList<AlertStep> Read() => JsonSerializer.Deserialize<List<AlertStep>>(Steps) ?? [];
}
