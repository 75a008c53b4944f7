namespace IspPortal.Core.Network.Addressing;

/// <summary>A pool as a router was read to hold it.</summary>
/// <param name="Family">What it holds.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Ranges">Its ranges, or its prefix, as the router writes them.</param>
internal sealed record FoundPool(PoolFamily Family, string Name, string Ranges)
{
    /// <summary>The pool that follows when this one is full, or null.</summary>
    public string? NextPool { get; init; }

    public string? Comment { get; init; }

    /// <summary>How many addresses or prefixes it holds; null: its ranges could not be read.</summary>
    public long? Size { get; init; }

    /// <summary>How many of them are given out; null: the router did not say.</summary>
    public long? Used { get; init; }

    /// <summary>Size of it and of those that follow it; null: not known of one of them.</summary>
    public long? ChainSize { get; init; }

    /// <summary>How many of these are given out; null likewise.</summary>
    public long? ChainUsed { get; init; }

    public IReadOnlyList<PoolUser> Users { get; init; } = [];

    /// <summary>IPv4 ranges; empty for prefixes and for what could not be read.</summary>
    public IReadOnlyList<AddressRange> Parsed { get; init; } = [];
}
