using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Plans;

namespace IspPortal.Core.Subscriptions.Sales;

/// <summary>The rules of the sell form, apart from what only the database knows.</summary>
internal sealed class SellSubscriptionRequestValidator : FormValidator<SellSubscriptionRequest>
{
    public const int OldestDays = 31;
    public const int FarthestDays = 366;
    public const int MostAddOns = 20;

    public SellSubscriptionRequestValidator(DateOnly today)
    {
        RuleFor(s => s.BillingAccountId).NotEmpty();
        RuleFor(s => s.PlanId).NotEmpty();
        RuleFor(s => s.PriceId).NotEmpty();
        RuleFor(s => s.RouterId).NotEmpty();
        RuleFor(s => s.StartsOn).InclusiveBetween(today.AddDays(-OldestDays), today.AddDays(FarthestDays)).WithErrorCode("subscriptions.day_far");
        RuleFor(s => s.Username).Must(name => string.IsNullOrWhiteSpace(name) || UsernamePattern.IsUsername(name)).WithErrorCode("subscriptions.username_characters");
        RuleFor(s => s.Password).MaximumLength(64).Must(IsPassword).WithErrorCode("subscriptions.password_characters");
        RuleFor(s => s.FixedAddress).Must(text => string.IsNullOrWhiteSpace(text) || Ipv4.ToNumber(text.Trim()) is not null).WithErrorCode("network.not_an_address");
        RuleFor(s => s.CallerId).Must(LineRules.IsMac).WithErrorCode("network.not_a_mac");
        RuleFor(s => s.Address).MaximumLength(500);
        RuleFor(s => s.Latitude).InclusiveBetween(-90, 90);
        RuleFor(s => s.Longitude).InclusiveBetween(-180, 180);
        RuleFor(s => s.Latitude).NotNull().When(s => s.Longitude is not null);
        RuleFor(s => s.Longitude).NotNull().When(s => s.Latitude is not null);
        RuleFor(s => s.InstallationFee).Must(fee => fee is null || PlanValidation.IsAmount(fee.Value)).WithErrorCode("subscriptions.not_an_amount");
        RuleFor(s => s.AgreedPrice).Must(price => price is null || PlanValidation.IsAmount(price.Value)).WithErrorCode("subscriptions.not_an_amount");
        RuleFor(s => s.AddOns).Must(addOns => addOns is not null && addOns.Count <= MostAddOns && addOns.Select(a => a.AddOnId).Distinct().Count() == addOns.Count).WithErrorCode("subscriptions.add_on_twice");
        RuleFor(s => s.Promotion).Must(promotion => promotion is null || promotion.PromotionId is null || string.IsNullOrWhiteSpace(promotion.Coupon)).WithErrorCode("subscriptions.promotion_or_coupon");
        RuleFor(s => s.Note).MaximumLength(500);
    }

    private static bool IsPassword(string? text) => string.IsNullOrEmpty(text) || !text.Any(char.IsControl);
}
