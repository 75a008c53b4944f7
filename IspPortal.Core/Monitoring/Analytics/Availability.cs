namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>How a time was spent. The four add up to the time that was looked at.</summary>
/// <param name="Up">It worked.</param>
/// <param name="Down">It did not.</param>
/// <param name="Unread">Nobody looked: the portal did not read the router.</param>
/// <param name="Excused">It counts for nobody: planned works, isolated, paused or held times.</param>
public sealed record Availability(TimeSpan Up, TimeSpan Down, TimeSpan Unread, TimeSpan Excused)
{
    /// <summary>The share of the time that counts in which it worked; null: no time counts.</summary>
    public double? Percent => Up + Down > TimeSpan.Zero ? Up.Ticks * 100.0 / (Up.Ticks + Down.Ticks) : null;

    /// <summary>Whether it reaches <paramref name="targetPercent"/>; null: no time counts.</summary>
    public bool? Meets(double targetPercent) => Percent is { } percent ? percent >= targetPercent : null;
}
