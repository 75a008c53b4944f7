namespace IspPortal.Core.Messaging.Senders;

/// <summary>How many messages a sender may send, and how fast.</summary>
/// <param name="PerHour">Its pace.</param>
/// <param name="DailyCap">At most so many a day, or null.</param>
/// <param name="WarmUpFrom">So many on its first day, or null: no warm-up.</param>
/// <param name="WarmUpPercent">By how much each day allows more than the one before.</param>
/// <param name="WarmUpSinceOn">Its first day.</param>
internal readonly record struct SenderAllowance(int PerHour, int? DailyCap, int? WarmUpFrom, int WarmUpPercent, DateOnly? WarmUpSinceOn)
{
    /// <summary>From one message to the next.</summary>
    public TimeSpan Spacing => TimeSpan.FromTicks(TimeSpan.TicksPerHour / Math.Max(1, PerHour));

    /// <summary>How many on a day; null: as many as its pace allows.</summary>
    public int? CapOn(DateOnly day)
    {
        if (WarmUpFrom is not { } first || WarmUpSinceOn is not { } since)
        {
            return DailyCap;
        }

        var most = DailyCap ?? int.MaxValue;
        var allowed = (double)first;
        for (var days = day.DayNumber - since.DayNumber; days > 0 && allowed < most; days--)
        {
            allowed *= 1 + (WarmUpPercent / 100d);
            if (WarmUpPercent <= 0)
            {
                break;
            }
        }

        return allowed >= most ? DailyCap : (int)allowed;
    }
}
