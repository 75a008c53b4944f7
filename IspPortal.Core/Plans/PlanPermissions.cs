namespace IspPortal.Core.Plans;

/// <summary>What one may be allowed to do with service plans.</summary>
public static class PlanPermissions
{
    /// <summary>See service plans, their prices, add-ons, promotions and campaigns.</summary>
    public const string PlansRead = "plans.read";

    /// <summary>Add, change, retire service plans and add-ons, and say which profile serves them.</summary>
    public const string PlansWrite = "plans.write";

    /// <summary>Schedule prices and make promotions.</summary>
    public const string PlansPrice = "plans.price";

    /// <summary>Schedule and end speed campaigns.</summary>
    public const string PlansCampaign = "plans.campaign";
}
