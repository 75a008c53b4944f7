namespace IspPortal.Core.Network.Access;

/// <summary>Which accesses a list shows; null means all.</summary>
/// <param name="RouterId">Only those of this router.</param>
/// <param name="Service">Only those of this service.</param>
public sealed record AccessFilter(Guid? RouterId = null, AccessService? Service = null);
