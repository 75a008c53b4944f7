namespace IspPortal.Core.Audit;

/// <summary>Every insert, update and delete of the entity leaves an audit row in the same transaction.</summary>
/// <param name="entity">The stable word the audit calls it by, e.g. <c>router</c>; null means the type's name in snake case.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAttribute(string? entity = null) : Attribute
{
    /// <summary>The stable word the audit calls it by, or null for the type's name in snake case.</summary>
    public string? Entity { get; } = entity;
}
