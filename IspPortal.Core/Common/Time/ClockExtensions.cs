namespace IspPortal.Core.Common.Time;

/// <summary>Short forms for the one injected clock.</summary>
public static class ClockExtensions
{
    /// <summary>Now, in UTC, as the type that is stored (<see cref="DateTimeKind.Utc"/>).</summary>
    public static DateTime UtcNow(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.GetUtcNow().UtcDateTime;
    }
}
