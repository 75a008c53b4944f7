namespace IspPortal.Core.Network.Drift;

/// <summary>When a router was last compared. While it cannot be read its differences are those of the last reading.</summary>
internal sealed class DriftCheck
{
    public Guid RouterId { get; set; }

    public DateTime TriedAtUtc { get; set; }

    /// <summary>When it was last read whole; null: never.</summary>
    public DateTime? ReadAtUtc { get; set; }

    /// <summary>Why the last try failed; null: it did not.</summary>
    public string? ErrorCode { get; set; }

    public string? ErrorDetail { get; set; }

    /// <summary>Lines that still lack the portal's mark.</summary>
    public int UnmarkedLines { get; set; }
}
