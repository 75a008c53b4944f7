using IspPortal.Core.Identity;

namespace IspPortal.Core.Audit;

/// <summary>One line of the audit.</summary>
/// <param name="Id">The row.</param>
/// <param name="AtUtc">When.</param>
/// <param name="ActorKind">What sort of actor.</param>
/// <param name="ActorId">Who; null for the portal itself and for anonymous callers.</param>
/// <param name="ActorName">The actor's name at that time.</param>
/// <param name="Address">From which network address, or null.</param>
/// <param name="Action">What was done, e.g. <c>changed</c>, <c>signed_in</c>.</param>
/// <param name="Entity">To what, e.g. <c>router</c>.</param>
/// <param name="EntityId">To which one, or null.</param>
/// <param name="EntityName">What that one is called today (a router's name, a user's e-mail), or null when it is not known.</param>
public sealed record AuditRow(
    Guid Id,
    DateTime AtUtc,
    ActorKind ActorKind,
    Guid? ActorId,
    string ActorName,
    string? Address,
    string Action,
    string Entity,
    string? EntityId,
    string? EntityName = null);
