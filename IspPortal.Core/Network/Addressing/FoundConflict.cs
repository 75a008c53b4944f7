namespace IspPortal.Core.Network.Addressing;

/// <summary>A conflict as it was found.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Key">What tells it from others of its kind, the same as long as it lasts.</param>
/// <param name="Subject">The address or the range that it is about.</param>
/// <param name="Address">The address, or the first one of the range.</param>
/// <param name="Parties">Whom it is between, in a fixed order.</param>
internal sealed record FoundConflict(AddressConflictKind Kind, string Key, string Subject, long Address, IReadOnlyList<AddressParty> Parties);
