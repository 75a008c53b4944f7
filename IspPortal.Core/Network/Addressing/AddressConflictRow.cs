namespace IspPortal.Core.Network.Addressing;

/// <summary>One conflict.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What sort.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Subject">The address, or the range that two pools share.</param>
/// <param name="Parties">Whom it is between.</param>
/// <param name="FirstSeenAtUtc">Since when.</param>
/// <param name="LastSeenAtUtc">When it was last found.</param>
/// <param name="ResolvedAtUtc">When it was no longer found, or null.</param>
/// <param name="IsStale">A router that has part in it could not be read since.</param>
/// <param name="IntendedBy">Who says that it is meant so, or null.</param>
/// <param name="IntendedAtUtc">When, or null.</param>
/// <param name="IntendedReason">Why, or null.</param>
public sealed record AddressConflictRow(
    Guid Id, AddressConflictKind Kind, AddressConflictState State, string Subject, IReadOnlyList<AddressPartyRow> Parties, DateTime FirstSeenAtUtc, DateTime LastSeenAtUtc,
    DateTime? ResolvedAtUtc, bool IsStale, string? IntendedBy, DateTime? IntendedAtUtc, string? IntendedReason);
