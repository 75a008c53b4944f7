namespace IspPortal.Core.Billing.Runs;

/// <summary>What one may be allowed to do with billing runs.</summary>
public static class BillingPermissions
{
    /// <summary>See runs and previews.</summary>
    public const string BillingRead = "billing.read";

    /// <summary>Have a preview made, throw it away, pause and go on.</summary>
    public const string BillingRun = "billing.run";

    /// <summary>Let a run bill.</summary>
    public const string BillingApprove = "billing.approve";

    /// <summary>Let a run bill that is beyond its limit.</summary>
    public const string BillingOverride = "billing.override";
}
