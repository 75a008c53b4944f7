using System.Text.Json.Nodes;
using IspPortal.Core.Audit;
using IspPortal.Core.Identity;

namespace IspPortal.Web.Features.Audit.Api;

/// <summary>One line of the audit with what it changed.</summary>
/// <param name="Id">The row.</param>
/// <param name="AtUtc">When.</param>
/// <param name="ActorKind">What sort of actor.</param>
/// <param name="ActorId">Who; null for the portal itself and for anonymous callers.</param>
/// <param name="ActorName">The actor's name at that time.</param>
/// <param name="Address">From which network address, or null.</param>
/// <param name="Action">What was done.</param>
/// <param name="Entity">To what.</param>
/// <param name="EntityId">To which one, or null.</param>
/// <param name="EntityName">What that one is called today, or null when it is not known.</param>
/// <param name="Before">The changed fields as they were, or null. Secrets and personal values are masked.</param>
/// <param name="After">The changed fields as they became, or null.</param>
internal sealed record AuditDetailsResource(
    Guid Id,
    DateTime AtUtc,
    ActorKind ActorKind,
    Guid? ActorId,
    string ActorName,
    string? Address,
    string Action,
    string Entity,
    string? EntityId,
    string? EntityName,
    JsonNode? Before,
    JsonNode? After)
{
    public static AuditDetailsResource Of(AuditDetails details)
    {
        var row = details.Row;
        return new(
            row.Id,
            row.AtUtc,
            row.ActorKind,
            row.ActorId,
            row.ActorName,
            row.Address,
            row.Action,
            row.Entity,
            row.EntityId,
            row.EntityName,
            Parse(details.BeforeJson),
            Parse(details.AfterJson));
    }

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);
}
