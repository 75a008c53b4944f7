namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What one poll asks for, and how long it may take.</summary>
/// <param name="Counters">How long the counters may take.</param>
/// <param name="Tables">How long each table of sessions may take.</param>
/// <param name="Sessions">Whether the PPP sessions are read.</param>
/// <param name="Hotspot">Whether the hotspot's are.</param>
/// <param name="Queues">Whether the static lines are.</param>
/// <param name="OwnInterfaces">Whether the ports' details are.</param>
internal sealed record PollPlan(TimeSpan Counters, TimeSpan Tables, bool Sessions, bool Hotspot, bool Queues, bool OwnInterfaces);
