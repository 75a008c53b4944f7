namespace IspPortal.Core.Network.Addressing;

/// <summary>When a router's addresses were last read. While it cannot be read what was read before stays, as old.</summary>
internal sealed class AddressReading
{
    public Guid RouterId { get; set; }

    public DateTime TriedAtUtc { get; set; }

    /// <summary>When it was last read whole; null: never.</summary>
    public DateTime? ReadAtUtc { get; set; }

    /// <summary>Why the last try failed; null: it did not.</summary>
    public string? ErrorCode { get; set; }

    public string? ErrorDetail { get; set; }

    /// <summary>The router's own addresses with their nets, with commas between; null: never read.</summary>
    public string? OwnAddresses { get; set; }
}
