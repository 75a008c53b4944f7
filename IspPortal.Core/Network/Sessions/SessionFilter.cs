using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Sessions;

/// <summary>Which live sessions a list shows; null means all.</summary>
/// <param name="RouterId">Only those of this router.</param>
/// <param name="Service">Only those of this service.</param>
/// <param name="MinDownBitsPerSecond">Only those with at least this much towards the customer.</param>
public sealed record SessionFilter(Guid? RouterId = null, AccessService? Service = null, long? MinDownBitsPerSecond = null);
