using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>What follows from bytes used and bytes allowed.</summary>
public static class QuotaRule
{
    /// <summary>A gigabyte as quotas and prices count it.</summary>
    public const long Gigabyte = 1_000_000_000;

    /// <summary>From this share on one is told for the first time, in percent.</summary>
    public const int FirstNotice = 80;

    /// <summary>Whether it is used up: what one is allowed may be used to the last byte.</summary>
    public static bool IsUsedUp(long usedBytes, long allowedBytes) => usedBytes >= allowedBytes;

    /// <summary>The share that is used, in percent, rounded down so that 100 means used up.</summary>
    public static int PercentOf(long usedBytes, long allowedBytes) => allowedBytes <= 0 ? 100 : (int)Int128.Min(int.MaxValue, (Int128)usedBytes * 100 / allowedBytes);

    /// <summary>What bytes past the quota cost: the exact share of a gigabyte, rounded once.</summary>
    public static Money ChargeFor(long overBytes, Money perGigabyte) => overBytes <= 0 ? Money.Of(0, perGigabyte.Currency) : perGigabyte.Times(overBytes, Gigabyte);
}
