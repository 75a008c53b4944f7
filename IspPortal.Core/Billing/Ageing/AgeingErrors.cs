using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Ageing;

/// <summary>Expected failures with what is owed.</summary>
public static class AgeingErrors
{
    /// <summary>The day has not come yet, or lies before {0}.</summary>
    public static Error BadDay { get; } = new("ageing.bad_day", ErrorKind.Invalid, AgeingRules.EarliestOn);
}
