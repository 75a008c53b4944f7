namespace IspPortal.Core.Network.Provisioning;

/// <summary>When and how fast a plan ends sessions.</summary>
/// <param name="Timing">When.</param>
/// <param name="WindowFrom">Start of the window in the business zone; null unless <see cref="KickTiming.Window"/>.</param>
/// <param name="WindowTo">End of the window (may lie behind midnight); null unless <see cref="KickTiming.Window"/>.</param>
/// <param name="PerSecond">The most sessions ended per second on one router; null leaves it to the router's budget.</param>
public sealed record KickPolicy(KickTiming Timing, TimeOnly? WindowFrom = null, TimeOnly? WindowTo = null, int? PerSecond = null)
{
    /// <summary>Right after each change.</summary>
    public static KickPolicy Now { get; } = new(KickTiming.Now);

    /// <summary>Never.</summary>
    public static KickPolicy NextRedial { get; } = new(KickTiming.NextRedial);

    /// <summary>02:00–05:00, two a second.</summary>
    public static KickPolicy Night { get; } = new(KickTiming.Window, new(2, 0), new(5, 0), 2);
}
