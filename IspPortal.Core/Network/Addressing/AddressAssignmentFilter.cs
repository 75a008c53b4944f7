namespace IspPortal.Core.Network.Addressing;

/// <summary>Which fixed addresses a list shows; null means all.</summary>
/// <param name="RouterId">Only those on this router.</param>
/// <param name="PoolId">Only those that lie in this pool of their router.</param>
/// <param name="Owned">True: only those of lines that the portal manages; false: only others.</param>
/// <param name="Live">True: only those of lines with an open session; false: only others.</param>
public sealed record AddressAssignmentFilter(Guid? RouterId = null, Guid? PoolId = null, bool? Owned = null, bool? Live = null);
