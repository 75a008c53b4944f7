namespace IspPortal.Core.Messaging.Senders;

/// <summary>How long a sender is left alone after failures of its provider in a row, so that an outage costs no message its tries.</summary>
internal static class SenderBreaker
{
    private const int Patience = 3;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The pause after so many failures; a provider that says when to come back is believed up to an hour.</summary>
    public static TimeSpan PauseAfter(int failures, TimeSpan? asked)
    {
        if (asked is { } wait)
        {
            return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.TicksPerSecond, TimeSpan.TicksPerHour));
        }

        return failures < Patience ? TimeSpan.FromSeconds(2 * failures)
            : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(10, failures - Patience)));
    }
}
