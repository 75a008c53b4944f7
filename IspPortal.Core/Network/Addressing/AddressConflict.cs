namespace IspPortal.Core.Network.Addressing;

/// <summary>A conflict that stands since it was first found, or stood until it was over.</summary>
internal sealed class AddressConflict
{
    public Guid Id { get; set; }

    public AddressConflictKind Kind { get; set; }

    /// <summary>What tells it from others as long as it stands; unique. Null: it is over.</summary>
    public string? OpenKey { get; set; }

    public required string Subject { get; set; }

    public long Address { get; set; }

    /// <summary>Address and names in lower case, for searching.</summary>
    public required string SearchKey { get; set; }

    public DateTime FirstSeenAtUtc { get; set; }

    public DateTime LastSeenAtUtc { get; set; }

    /// <summary>When it was no longer found; null: it stands.</summary>
    public DateTime? ResolvedAtUtc { get; set; }

    /// <summary>Who says that it is meant so, until somebody else has part in it; null: nobody.</summary>
    public string? IntendedBy { get; set; }

    public DateTime? IntendedAtUtc { get; set; }

    public string? IntendedReason { get; set; }

    public long Version { get; set; }

    public List<AddressConflictParty> Parties { get; } = [];
}
