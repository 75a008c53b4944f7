using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Audit;

/// <summary>Expected failures of the audit.</summary>
public static class AuditErrors
{
    /// <summary>There is no such row; it may have passed its retention.</summary>
    public static Error NotFound { get; } = new("audit.not_found", ErrorKind.NotFound);
}
