namespace IspPortal.Core.Common.Time;

/// <summary>Makes the ids of rows: version 7 Guids, whose first 48 bits are the time, so that indexes grow at their end.</summary>
public static class Ids
{
    /// <summary>A new id, stamped with the time of <paramref name="clock"/>.</summary>
    public static Guid New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Guid.CreateVersion7(clock.GetUtcNow());
    }
}
