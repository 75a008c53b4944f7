using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Revenue;

/// <summary>Expected failures with revenue.</summary>
public static class RevenueErrors
{
    /// <summary>The period ends before it begins, has not begun, or is longer than {0} months.</summary>
    public static Error BadPeriod { get; } = new("revenue.bad_period", ErrorKind.Invalid, RevenuePeriod.MostMonths);
}
