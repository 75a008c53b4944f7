using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Plans;

/// <summary>Expected failures of service plans.</summary>
public static class PlanErrors
{
    /// <summary>No such service plan.</summary>
    public static Error PlanNotFound { get; } = new("plans.plan_not_found", ErrorKind.NotFound);

    /// <summary>Another plan has this short name ({0}).</summary>
    public static Error SlugTaken(string slug) => new("plans.slug_taken", ErrorKind.Conflict, slug);

    /// <summary>The plan has no price on that day ({0}).</summary>
    public static Error NoPriceOn(DateOnly on) => new("plans.no_price", ErrorKind.Conflict, Iso(on));

    /// <summary>The price that was looked at is not the one in force: now it is so many rupiah ({0}).</summary>
    public static Error PriceChanged(Money now) => new("plans.price_changed", ErrorKind.Conflict, now.Minor);

    /// <summary>No such price.</summary>
    public static Error PriceNotFound { get; } = new("plans.price_not_found", ErrorKind.NotFound);

    /// <summary>Another price begins on that day ({0}).</summary>
    public static Error PriceDayTaken(DateOnly on) => new("plans.price_day_taken", ErrorKind.Conflict, Iso(on));

    /// <summary>The price is or was in force: it stays as it is.</summary>
    public static Error PriceInForce { get; } = new("plans.price_in_force", ErrorKind.Conflict);

    /// <summary>Static lines have no profile on a router.</summary>
    public static Error NoProfile { get; } = new("plans.no_profile", ErrorKind.Conflict);

    /// <summary>No such add-on.</summary>
    public static Error AddOnNotFound { get; } = new("plans.add_on_not_found", ErrorKind.NotFound);

    /// <summary>Another add-on or promotion has this code ({0}).</summary>
    public static Error CodeTaken(string code) => new("plans.code_taken", ErrorKind.Conflict, code);

    /// <summary>No such promotion.</summary>
    public static Error PromotionNotFound { get; } = new("plans.promotion_not_found", ErrorKind.NotFound);

    /// <summary>No such campaign.</summary>
    public static Error CampaignNotFound { get; } = new("plans.campaign_not_found", ErrorKind.NotFound);

    /// <summary>Another campaign ({0}) changes one of these plans in that time.</summary>
    public static Error CampaignOverlaps(string name) => new("plans.campaign_overlaps", ErrorKind.Conflict, name);

    /// <summary>What one asks for does not fit the state of the campaign.</summary>
    public static Error CampaignState { get; } = new("plans.campaign_state", ErrorKind.Conflict);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
