namespace IspPortal.Core.Audit;

/// <summary>Which audit rows are wanted; null always means any.</summary>
/// <param name="ActorId">Who.</param>
/// <param name="Entity">Of what kind, e.g. <c>router</c>.</param>
/// <param name="EntityId">Of which one.</param>
/// <param name="Action">What was done.</param>
/// <param name="FromUtc">At or after, UTC.</param>
/// <param name="ToUtc">Before, UTC.</param>
public sealed record AuditFilter(
    Guid? ActorId = null,
    string? Entity = null,
    string? EntityId = null,
    string? Action = null,
    DateTime? FromUtc = null,
    DateTime? ToUtc = null);
