using IspPortal.Core.Common.Money;
using IspPortal.Core.Subscriptions.Offers;

namespace IspPortal.Core.Subscriptions.Sales;

/// <summary>A plan sold to a billing account.</summary>
/// <param name="BillingAccountId">Who pays.</param>
/// <param name="PlanId">What is sold.</param>
/// <param name="PriceId">The price that was looked at: when it is not the one in force on the first day, nothing is sold.</param>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="StartsOn">The first day that counts; at most 31 days ago and 366 days ahead.</param>
public sealed record SellSubscriptionRequest(Guid BillingAccountId, Guid PlanId, Guid PriceId, Guid RouterId, DateOnly StartsOn)
{
    /// <summary>1–64 characters that routers take; null or blank: made by the pattern of the settings.</summary>
    public string? Username { get; init; }

    /// <summary>Up to 64 characters; null or blank: generated.</summary>
    public string? Password { get; init; }

    /// <summary>A fixed IPv4 address; blank: none. Required for static lines.</summary>
    public string? FixedAddress { get; init; }

    /// <summary>The only device that may use it; blank: any.</summary>
    public string? CallerId { get; init; }

    /// <summary>Where it is installed, up to 500 characters; blank: at the customer's address.</summary>
    public string? Address { get; init; }

    /// <summary>Where that is, or null. Both or neither.</summary>
    public double? Latitude { get; init; }

    /// <summary>Where that is, or null.</summary>
    public double? Longitude { get; init; }

    /// <summary>Charged once; null: as the plan's price says.</summary>
    public Money? InstallationFee { get; init; }

    /// <summary>A price of its own per period; null: the plan's. Needs <see cref="SubscriptionsPermissions.SubscriptionsPrice"/>.</summary>
    public Money? AgreedPrice { get; init; }

    /// <summary>Free for the days of the settings; then it ends unless somebody keeps it.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Whether it goes on by itself at the end of its time.</summary>
    public bool AutoRenew { get; init; } = true;

    /// <summary>Puts it into service at once.</summary>
    public bool ActivateNow { get; init; }

    /// <summary>An account of that name that is already on the router may be taken over.</summary>
    public bool MayAdopt { get; init; }

    /// <summary>What is bought beside the plan from the first day on; each add-on once.</summary>
    public IReadOnlyList<WantedAddOn> AddOns { get; init; } = [];

    /// <summary>A promotion from the first period on, or null.</summary>
    public WantedPromotion? Promotion { get; init; }

    /// <summary>What else is to be known, up to 500 characters, or null.</summary>
    public string? Note { get; init; }
}
