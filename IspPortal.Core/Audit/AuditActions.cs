namespace IspPortal.Core.Audit;

/// <summary>The actions that the audit records of entities by itself. Features add words of their own through <see cref="IAuditWriter"/>.</summary>
public static class AuditActions
{
    /// <summary>A row was added.</summary>
    public const string Created = "created";

    /// <summary>A row was changed.</summary>
    public const string Changed = "changed";

    /// <summary>A row was removed.</summary>
    public const string Deleted = "deleted";
}
