using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions;

/// <summary>When a customer may pause: whole days from today on, not too long, not too often in a year, and not on days that are paused already.</summary>
public static class PauseRule
{
    private const int FarthestYears = 2;

    /// <summary>What stands against a pause, or null.</summary>
    /// <param name="fromOn">Its first day.</param>
    /// <param name="toOn">Its last day.</param>
    /// <param name="today">Today in the business zone.</param>
    /// <param name="others">The pauses there are, those taken back excepted.</param>
    /// <param name="settings">The limits.</param>
    public static Error? Refuse(DateOnly fromOn, DateOnly toOn, DateOnly today, IReadOnlyCollection<(DateOnly FromOn, DateOnly ToOn)> others, SubscriptionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(settings);
        if (fromOn < today)
        {
            return Field("fromOn", "subscriptions.day_past");
        }

        if (fromOn > today.AddYears(FarthestYears))
        {
            return Field("fromOn", "subscriptions.day_far");
        }

        if (toOn < fromOn)
        {
            return Field("toOn", "subscriptions.ends_before");
        }

        if (DaysOf(fromOn, toOn) > settings.LongestPauseDays)
        {
            return Field("toOn", "subscriptions.pause_too_long", settings.LongestPauseDays);
        }

        if (others.Any(other => other.FromOn <= toOn && other.ToOn >= fromOn))
        {
            return SubscriptionsErrors.PauseOverlaps;
        }

        // A pause counts for the year in which it begins.
        return others.Count(other => other.FromOn.Year == fromOn.Year) >= settings.PausesPerYear ? SubscriptionsErrors.TooManyPauses(settings.PausesPerYear, fromOn.Year) : null;
    }

    /// <summary>How many days lie in a pause, its first and last included.</summary>
    public static int DaysOf(DateOnly fromOn, DateOnly toOn) => toOn.DayNumber - fromOn.DayNumber + 1;

    private static Error Field(string name, string code, params object?[] arguments) => CommonErrors.Invalid([new FieldError(name, code, arguments)]);
}
