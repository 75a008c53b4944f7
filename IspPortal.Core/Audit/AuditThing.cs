namespace IspPortal.Core.Audit;

/// <summary>What an audit row is about.</summary>
/// <param name="Entity">Its kind, e.g. <c>router</c>.</param>
/// <param name="Id">Its id as the audit keeps it.</param>
public readonly record struct AuditThing(string Entity, string Id)
{
    /// <summary>The id when it is one: the part before a slash, as in the role of a user.</summary>
    public Guid? Guid => System.Guid.TryParse(Id.AsSpan(0, Id.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? slash : Id.Length), out var id) ? id : null;
}
