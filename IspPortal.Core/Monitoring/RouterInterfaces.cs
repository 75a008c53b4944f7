namespace IspPortal.Core.Monitoring;

/// <summary>The interfaces of one router as of one poll; the dynamic ones of sessions are left out.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="AsOfUtc">When they were read.</param>
/// <param name="Items">In the router's order.</param>
public sealed record RouterInterfaces(Guid RouterId, DateTime AsOfUtc, IReadOnlyList<InterfaceLine> Items);
