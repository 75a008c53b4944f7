namespace IspPortal.Core.Mapping.Catalog;

/// <summary>Which cables are wanted; null always means any.</summary>
/// <param name="NodeId">That end there.</param>
/// <param name="IsOwn">Our own, or others'.</param>
public sealed record CableFilter(Guid? NodeId = null, bool? IsOwn = null);
