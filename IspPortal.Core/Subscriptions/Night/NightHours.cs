namespace IspPortal.Core.Subscriptions.Night;

/// <summary>The hours of a night speed, in the business zone. They may pass midnight.</summary>
public static class NightHours
{
    /// <summary>
    /// The day on which the night began that <paramref name="local"/> lies in, or null outside of its hours. A night belongs whole to the day on which it begins: what is had until a day is had until
    /// the morning after it. The end is the first moment that is no night any more.
    /// </summary>
    public static DateOnly? BeganOn(DateTime local, TimeOnly from, TimeOnly to)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return from < to
            ? time >= from && time < to ? day : null
            : time >= from ? day
            : time < to ? day.AddDays(-1)
            : null;
    }
}
