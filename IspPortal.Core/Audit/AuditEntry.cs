using IspPortal.Core.Identity;

namespace IspPortal.Core.Audit;

/// <summary>One line of the audit. Rows are only ever added; retention alone removes them.</summary>
internal sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required DateTime AtUtc { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>The name at that time: users can be renamed later.</summary>
    public required string ActorName { get; init; }

    public string? Address { get; init; }

    public required string Action { get; init; }

    public required string Entity { get; init; }

    /// <summary>The row's key as text, or null when the action concerns no row.</summary>
    public string? EntityId { get; init; }

    public string? BeforeJson { get; init; }

    public string? AfterJson { get; init; }
}
