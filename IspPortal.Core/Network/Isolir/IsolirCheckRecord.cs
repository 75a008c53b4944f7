namespace IspPortal.Core.Network.Isolir;

/// <summary>The last check of a router's isolir kit.</summary>
internal sealed class IsolirCheckRecord
{
    public Guid RouterId { get; set; }

    public DateTime CheckedAtUtc { get; set; }

    public required string CheckedBy { get; set; }

    public bool IsProven { get; set; }

    /// <summary>When it was last proven; null: it never was.</summary>
    public DateTime? LastProvenAtUtc { get; set; }

    /// <summary>Why it is not proven, or null.</summary>
    public string? ErrorCode { get; set; }

    public required string ReportJson { get; set; }
}
