using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>A router as its collector needs it. Another value means another collector.</summary>
internal sealed record RouterTarget(Guid Id, string Name, RouterEndpoint Endpoint, int? CountersEverySeconds, int? SessionsEverySeconds)
{
    public override string ToString() => $"{Name} ({Endpoint})";
}
