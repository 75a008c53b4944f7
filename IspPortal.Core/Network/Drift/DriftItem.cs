using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Network.Drift;

/// <summary>A difference that stands since it was first seen. Goes when a reading no longer finds it.</summary>
internal sealed class DriftItem
{
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public DriftKind Kind { get; set; }

    public required string Menu { get; set; }

    public required string Key { get; set; }

    public Guid? AccessId { get; set; }

    public string? OnRouterJson { get; set; }

    public string? InPortalJson { get; set; }

    public bool CanApply { get; set; }

    public bool CanAdopt { get; set; }

    public DateTime FirstSeenAtUtc { get; set; }

    public DateTime LastSeenAtUtc { get; set; }

    /// <summary>Who does not want to see it until it changes; null: nobody.</summary>
    public string? IgnoredBy { get; set; }

    public DateTime? IgnoredAtUtc { get; set; }

    public string? IgnoreReason { get; set; }

    /// <summary>The router's user who made it so; null: not known.</summary>
    public string? ChangedBy { get; set; }

    public string? ChangedFrom { get; set; }

    public DateTime? ChangedAtUtc { get; set; }

    /// <summary>The log does not name the item; see <see cref="DriftAuthor"/>.</summary>
    public bool ChangedByIsGuess { get; set; }

    /// <summary>Whose loss it is; null: nobody's, or not known.</summary>
    public DriftCostKind? CostKind { get; set; }

    /// <summary>What it costs in a month, as of the last reading; null with <see cref="CostKind"/>.</summary>
    public Money? MonthlyCost { get; set; }

    public long Version { get; set; }
}
