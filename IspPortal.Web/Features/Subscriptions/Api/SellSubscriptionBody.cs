using IspPortal.Core.Common.Money;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Sales;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>A plan sold to a billing account.</summary>
/// <param name="Id">An id of the caller's choice: the same one twice sells once. Null: the portal's.</param>
/// <param name="BillingAccountId">Who pays; required.</param>
/// <param name="PlanId">What is sold; required.</param>
/// <param name="PriceId">The price that was looked at; required.</param>
/// <param name="RouterId">The router; required.</param>
/// <param name="StartsOn">The first day that counts; required.</param>
internal sealed record SellSubscriptionBody(Guid? Id = null, Guid? BillingAccountId = null, Guid? PlanId = null, Guid? PriceId = null, Guid? RouterId = null, DateOnly? StartsOn = null)
{
    /// <summary>Null or blank: by the pattern of the settings.</summary>
    public string? Username { get; init; }

    /// <summary>Null or blank: generated, and given back this once.</summary>
    public string? Password { get; init; }

    public string? FixedAddress { get; init; }

    public string? CallerId { get; init; }

    /// <summary>Null: at the customer's address.</summary>
    public string? Address { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Whole rupiah; null: as the plan's price says.</summary>
    public long? InstallationFee { get; init; }

    /// <summary>Whole rupiah per period; null: the plan's. Needs subscriptions.price.</summary>
    public long? AgreedPrice { get; init; }

    public bool IsTrial { get; init; }

    public bool AutoRenew { get; init; } = true;

    public bool ActivateNow { get; init; }

    public bool MayAdopt { get; init; }

    /// <summary>What is bought beside the plan; each add-on once.</summary>
    public IReadOnlyList<AddOnChoice>? AddOns { get; init; }

    /// <summary>A promotion that is given without a coupon, or null.</summary>
    public Guid? PromotionId { get; init; }

    /// <summary>A coupon, or null; not together with a promotion.</summary>
    public string? Coupon { get; init; }

    public string? Note { get; init; }

    public SellSubscriptionRequest ToRequest() => new(BillingAccountId ?? Guid.Empty, PlanId ?? Guid.Empty, PriceId ?? Guid.Empty, RouterId ?? Guid.Empty, StartsOn ?? DateOnly.MinValue)
    {
        Username = Username,
        Password = Password,
        FixedAddress = FixedAddress,
        CallerId = CallerId,
        Address = Address,
        Latitude = Latitude,
        Longitude = Longitude,
        InstallationFee = InstallationFee is { } fee ? Money.Idr(fee) : null,
        AgreedPrice = AgreedPrice is { } price ? Money.Idr(price) : null,
        IsTrial = IsTrial,
        AutoRenew = AutoRenew,
        ActivateNow = ActivateNow,
        MayAdopt = MayAdopt,
        AddOns = [.. (AddOns ?? []).Select(choice => (choice ?? new AddOnChoice()).ToWanted())],
        Promotion = PromotionId is null && string.IsNullOrWhiteSpace(Coupon) ? null : new WantedPromotion(PromotionId, Coupon),
        Note = Note,
    };
}
