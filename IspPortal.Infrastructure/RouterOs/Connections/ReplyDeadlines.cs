using IspPortal.Core.Common.Results;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>How long the commands of one connection may still wait.</summary>
internal sealed class ReplyDeadlines(TimeProvider timeProvider)
{
    private long _progressAt = timeProvider.GetTimestamp();

    /// <summary>The router said something that belongs to a finite command.</summary>
    public void Progressed(long now) => Volatile.Write(ref _progressAt, now);

    /// <summary>How long until the command has to be looked at again; null when it has no deadline.</summary>
    public TimeSpan? NextCheck(PendingReply pending, long now)
    {
        TimeSpan? due = null;
        if (pending.Total is { } total)
        {
            due = total - timeProvider.GetElapsedTime(pending.StartedAt, now);
        }

        if (pending.Silence is { } silence)
        {
            var left = silence - timeProvider.GetElapsedTime(HeardAt(pending), now);
            due = due is null || left < due ? left : due;
        }

        return due;
    }

    /// <summary>What ran out. Where both have, silence says more.</summary>
    public Error ErrorOf(PendingReply pending, long now)
    {
        var silent = pending.Silence is { } silence && timeProvider.GetElapsedTime(HeardAt(pending), now) >= silence;
        return silent ? RouterOsErrors.Silent(pending.Silence!.Value) : RouterOsErrors.TimedOut(pending.Total!.Value);
    }

    // Commands share the router's attention: while it still prints one table, the next one is waiting, not dead.
    private long HeardAt(PendingReply pending) =>
        pending.IsStream ? pending.HeardAt : Math.Max(pending.StartedAt, Volatile.Read(ref _progressAt));
}
