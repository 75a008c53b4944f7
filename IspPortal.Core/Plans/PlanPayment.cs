namespace IspPortal.Core.Plans;

/// <summary>When a period is paid for.</summary>
public enum PlanPayment
{
    /// <summary>Before it begins.</summary>
    Prepaid,

    /// <summary>After it was used.</summary>
    Postpaid,
}
