using IspPortal.Core.Network.Sessions;

namespace IspPortal.Core.Monitoring;

/// <summary>The network at one moment, for the wall. Figures speak only for routers that could be read; null is unknown, never zero.</summary>
/// <param name="AsOfUtc">When this was put together.</param>
/// <param name="DownBitsPerSecond">Sum towards customers over fresh routers, or null while none is fresh.</param>
/// <param name="UpBitsPerSecond">Sum from customers over fresh routers, or null while none is fresh.</param>
/// <param name="OnlineSessions">Live sessions on routers that were read, or null while none was.</param>
/// <param name="ExpectedSessions">Accesses that should be online: enabled and seen within 7 days; null while not yet known.</param>
/// <param name="UnknownSessions">Sessions last seen on routers that cannot be read now.</param>
/// <param name="RoutersOnline">Routers in state online.</param>
/// <param name="RoutersWarning">Routers in state warning.</param>
/// <param name="RoutersOffline">Routers in state offline.</param>
/// <param name="RoutersUnknown">Routers never polled.</param>
/// <param name="Routers">Every enabled router, busiest first.</param>
/// <param name="BusiestAccesses">The busiest sessions now, up to 10.</param>
/// <param name="BiggestChanges">The accesses whose rate changed most in the last 5 minutes, up to 10.</param>
/// <param name="NewestSessions">The sessions that began last, up to 10.</param>
public sealed record NetworkTotals(
    DateTime AsOfUtc,
    long? DownBitsPerSecond,
    long? UpBitsPerSecond,
    int? OnlineSessions,
    int? ExpectedSessions,
    int UnknownSessions,
    int RoutersOnline,
    int RoutersWarning,
    int RoutersOffline,
    int RoutersUnknown,
    IReadOnlyList<RouterLine> Routers,
    IReadOnlyList<SessionRow> BusiestAccesses,
    IReadOnlyList<RateChange> BiggestChanges,
    IReadOnlyList<SessionRow> NewestSessions);
