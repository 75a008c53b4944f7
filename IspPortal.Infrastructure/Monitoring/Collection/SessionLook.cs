using IspPortal.Core.Monitoring;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>One look at a live session's counters.</summary>
/// <param name="Session">Whose they are.</param>
/// <param name="Down">Where the counter towards the customer stands.</param>
/// <param name="Up">Where the other one stands.</param>
/// <param name="DownStep">What it did since the look before, or null for the first.</param>
/// <param name="UpStep">The same, upwards.</param>
internal readonly record struct SessionLook(TrackedSession Session, long Down, long Up, CounterStep? DownStep, CounterStep? UpStep);
