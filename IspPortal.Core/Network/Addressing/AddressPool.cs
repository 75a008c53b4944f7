namespace IspPortal.Core.Network.Addressing;

/// <summary>A pool of a router as it was last read. Goes when the router no longer has it.</summary>
internal sealed class AddressPool
{
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public PoolFamily Family { get; set; }

    public required string Name { get; set; }

    public string Ranges { get; set; } = string.Empty;

    public string? NextPool { get; set; }

    public string? Comment { get; set; }

    public string? UsersJson { get; set; }

    /// <summary>Whether anything hands out its addresses.</summary>
    public bool IsHandedOut { get; set; }

    /// <summary>Null: its ranges could not be read.</summary>
    public long? Size { get; set; }

    /// <summary>Null: the router did not say.</summary>
    public long? Used { get; set; }

    /// <summary>The used thousandths of it, for sorting; null: not known.</summary>
    public int? UsedPermille { get; set; }

    /// <summary>With those that follow it.</summary>
    public long? ChainSize { get; set; }

    public long? ChainUsed { get; set; }

    /// <summary>Since when it, with those that follow it, is fuller than the threshold; null: it is not, or nobody knows.</summary>
    public DateTime? AboveSinceUtc { get; set; }

    public DateTime FirstSeenAtUtc { get; set; }

    public DateTime ReadAtUtc { get; set; }
}
