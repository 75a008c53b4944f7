using IspPortal.Core.Network.Access;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>What an action on a subscription needs; which fields it takes is said at the action.</summary>
/// <param name="Version">The version that was seen; required.</param>
internal sealed record SubscriptionActionBody(long? Version = null)
{
    /// <summary>Why; up to 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>On that day instead of now.</summary>
    public DateOnly? OnDay { get; init; }

    /// <summary>manual or abuse.</summary>
    public AccessHolds? Hold { get; init; }

    /// <summary>A pause's first day.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>A pause's last day.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>How many further periods; default 1.</summary>
    public int? Periods { get; init; }

    /// <summary>Whether it goes on by itself.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>An add-on that is to be sold.</summary>
    public AddOnChoice? AddOn { get; init; }

    /// <summary>A bought add-on, by its own id.</summary>
    public Guid? SubscriptionAddOnId { get; init; }

    /// <summary>The last day of an add-on; null: today.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>A promotion that is given without a coupon.</summary>
    public Guid? PromotionId { get; init; }

    /// <summary>A coupon.</summary>
    public string? Coupon { get; init; }

    /// <summary>The new router.</summary>
    public Guid? RouterId { get; init; }

    /// <summary>The new billing account.</summary>
    public Guid? BillingAccountId { get; init; }

    /// <summary>The new user name.</summary>
    public string? Username { get; init; }

    /// <summary>A MAC address; empty: any; null: leave it.</summary>
    public string? CallerId { get; init; }

    /// <summary>An IPv4 address; empty: none; null: leave it.</summary>
    public string? FixedAddress { get; init; }

    /// <summary>The new house.</summary>
    public string? Address { get; init; }

    /// <summary>Where that is, or null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Where that is, or null.</summary>
    public double? Longitude { get; init; }
}
