namespace IspPortal.Core.Audit;

/// <summary>
/// The present names of things that the audit keeps by id, told by the feature that owns them. Asked only on behalf of those who may read the audit.
/// </summary>
public interface IAuditNames
{
    /// <summary>The names of those of <paramref name="things"/> that this feature knows; the others are left out.</summary>
    Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken);

    /// <summary>Ids of things whose names hold <paramref name="text"/>, whatever the case; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken);
}
