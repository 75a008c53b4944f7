using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Network.Drift;

/// <summary>One difference.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Menu">The menu's path.</param>
/// <param name="Key">The item's key there.</param>
/// <param name="AccessId">The line, or null.</param>
/// <param name="OnRouter">The properties as the router holds them.</param>
/// <param name="InPortal">The same as the portal wants them.</param>
/// <param name="CanApply">Whether a plan can bring it to what the portal wants.</param>
/// <param name="CanAdopt">Whether the portal can want what the router holds.</param>
/// <param name="FirstSeenAtUtc">Since when it stands.</param>
/// <param name="LastSeenAtUtc">When it was last read.</param>
/// <param name="IsStale">The router could not be read since.</param>
/// <param name="IgnoredBy">Who ignores it, or null.</param>
/// <param name="IgnoreReason">Why, or null.</param>
/// <param name="ChangedBy">The router's user who made it so, by the router's log; null: not known.</param>
/// <param name="ChangedFrom">From which address, or null.</param>
/// <param name="ChangedAtUtc">When; null: not known.</param>
/// <param name="ChangedByIsGuess">The log does not name the item: that user alone changed something of the kind in that time.</param>
/// <param name="CostKind">Whose loss it is; null: nobody's, or not known.</param>
/// <param name="MonthlyCost">What it cost in a month when it was last read; null with <paramref name="CostKind"/>.</param>
public sealed record DriftRow(
    Guid Id, Guid RouterId, string RouterName, DriftKind Kind, string Menu, string Key, Guid? AccessId, IReadOnlyDictionary<string, string?> OnRouter, IReadOnlyDictionary<string, string?> InPortal,
    bool CanApply, bool CanAdopt, DateTime FirstSeenAtUtc, DateTime LastSeenAtUtc, bool IsStale, string? IgnoredBy, string? IgnoreReason,
    string? ChangedBy, string? ChangedFrom, DateTime? ChangedAtUtc, bool ChangedByIsGuess, DriftCostKind? CostKind, Money? MonthlyCost)
{
    /// <summary>The number of the subscription that keeps the line: its values are changed there and cannot be adopted. Null: none does.</summary>
    public string? KeptBy { get; init; }
}
