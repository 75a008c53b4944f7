namespace IspPortal.Core.Plans;

/// <summary>What happens past the data quota.</summary>
public enum PlanQuotaAction
{
    /// <summary>The line goes on at the throttled speed.</summary>
    Throttle,

    /// <summary>The line reaches only the pay page until the period ends or data is bought.</summary>
    Block,

    /// <summary>Each further gigabyte costs.</summary>
    ChargePerGigabyte,
}
