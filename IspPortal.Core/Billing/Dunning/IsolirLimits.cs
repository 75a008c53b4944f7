namespace IspPortal.Core.Billing.Dunning;

/// <summary>Says whether an isolir run is too large, or unlike those of the same day of the months before. Pure.</summary>
public static class IsolirLimits
{
    /// <summary>Whether it is more than so many percent of all accounts with lines.</summary>
    public static bool IsBeyondShare(int accounts, int all, int percent) => (long)accounts * 100 > (long)all * percent;

    /// <summary>Whether it differs by more than so many percent from what was usual on this day of the month.</summary>
    /// <param name="accounts">The accounts of the run.</param>
    /// <param name="before">Those of the same day of the last months, as far as there were runs; none: there is nothing to compare with.</param>
    /// <param name="percent">The percentage.</param>
    public static bool IsUnusual(int accounts, IReadOnlyCollection<int> before, int percent)
    {
        ArgumentNullException.ThrowIfNull(before);
        long sum = before.Sum();
        return before.Count > 0 && Math.Abs((long)accounts * before.Count - sum) * 100 > sum * percent;
    }
}
