namespace IspPortal.Core.Network.Addressing;

/// <summary>Which pools a list shows; null means all.</summary>
/// <param name="RouterId">Only those of this router.</param>
/// <param name="NearlyFull">True: only those above the threshold; false: only others.</param>
/// <param name="Family">Only those that hold this.</param>
public sealed record AddressPoolFilter(Guid? RouterId = null, bool? NearlyFull = null, PoolFamily? Family = null);
