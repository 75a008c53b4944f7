namespace IspPortal.Core.Audit;

/// <summary>What one may be allowed to see of the audit. Nobody may change it.</summary>
public static class AuditPermissions
{
    /// <summary>See who did what.</summary>
    public const string AuditRead = "audit.read";
}
