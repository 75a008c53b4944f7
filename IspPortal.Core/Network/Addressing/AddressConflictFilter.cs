namespace IspPortal.Core.Network.Addressing;

/// <summary>Which conflicts a list shows; null means all.</summary>
/// <param name="Kind">Only those of this kind.</param>
/// <param name="State">Only those that stand so.</param>
/// <param name="RouterId">Only those that this router has part in.</param>
/// <param name="AccessId">Only those that this line has part in.</param>
public sealed record AddressConflictFilter(AddressConflictKind? Kind = null, AddressConflictState? State = null, Guid? RouterId = null, Guid? AccessId = null);
