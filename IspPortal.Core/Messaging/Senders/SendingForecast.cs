namespace IspPortal.Core.Messaging.Senders;

/// <summary>When a number of messages will be out, if each sender sends as fast as it may.</summary>
internal static class SendingForecast
{
    private const int MostDays = 400;

    /// <summary>When the last of <paramref name="count"/> is out; null when they are not within 400 days, e.g. because there is no sender.</summary>
    /// <param name="count">How many, with what goes before them.</param>
    /// <param name="senders">Those that may send them.</param>
    /// <param name="quiet">The hours in which they wait.</param>
    /// <param name="keepsQuiet">Whether they do.</param>
    /// <param name="nowUtc">The present.</param>
    public static DateTime? EndOf(long count, IReadOnlyList<SenderOutlook> senders, QuietHours quiet, bool keepsQuiet, DateTime nowUtc)
    {
        if (count <= 0)
        {
            return nowUtc;
        }

        var (today, left) = (quiet.DayOf(nowUtc), count);
        for (var n = 0; n < MostDays && senders.Count > 0; n++)
        {
            var day = today.AddDays(n);
            var (from, to) = (n == 0 ? nowUtc : quiet.StartOf(day), quiet.StartOf(day.AddDays(1)));
            var windows = keepsQuiet ? WindowsOf(from, to, quiet) : [(from, to)];
            var possible = Possible(senders, windows, day, today, to);
            if (possible < left)
            {
                left -= possible;
                continue;
            }

            // The first second by which enough are out.
            var (low, high) = (0L, (long)Math.Ceiling((to - from).TotalSeconds));
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Possible(senders, windows, day, today, from.AddSeconds(middle)) >= left ? (low, middle) : (middle + 1, high);
            }

            return from.AddSeconds(low);
        }

        return null;
    }

    private static long Possible(IReadOnlyList<SenderOutlook> senders, IReadOnlyList<(DateTime From, DateTime To)> windows, DateOnly day, DateOnly today, DateTime untilUtc)
    {
        var sum = 0L;
        foreach (var sender in senders)
        {
            var spacing = sender.Allowance.Spacing.Ticks;
            var sent = 0L;
            foreach (var (from, to) in windows)
            {
                var begin = sender.FreeAtUtc > from ? sender.FreeAtUtc : from;
                var end = to < untilUtc ? to : untilUtc;
                sent += end >= begin ? ((end - begin).Ticks / spacing) + (end < to || (end - begin).Ticks % spacing > 0 ? 1 : 0) : 0;
            }

            var cap = sender.Allowance.CapOn(day) is { } most ? Math.Max(0, most - (day == today ? sender.SentToday : 0)) : long.MaxValue;
            sum += Math.Min(sent, cap);
        }

        return sum;
    }

    private static List<(DateTime From, DateTime To)> WindowsOf(DateTime from, DateTime to, QuietHours quiet)
    {
        var windows = new List<(DateTime From, DateTime To)>();
        for (var at = from; at < to;)
        {
            if (quiet.EndOf(at) is { } over)
            {
                at = over;
                continue;
            }

            var next = quiet.NextAfter(at) is { } begins && begins < to ? begins : to;
            windows.Add((at, next));
            at = next;
        }

        return windows;
    }
}
