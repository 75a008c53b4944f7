using FluentValidation;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common;

namespace IspPortal.Core.Plans.Offers;

/// <summary>The rules of a promotion's form.</summary>
internal sealed class SavePromotionRequestValidator : FormValidator<SavePromotionRequest>
{
    public SavePromotionRequestValidator()
    {
        RuleFor(p => p.Name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(80);
        RuleFor(p => p.Coupon!).Cascade(CascadeMode.Stop).IsACode().When(p => p.Coupon is not null);
        RuleFor(p => p.Description).MaximumLength(500);
        RuleFor(p => p.Kind).IsInEnum();
        RuleFor(p => p.ValidFromOn).Must(IsInReach).WithErrorCode("plans.not_a_day");
        RuleFor(p => p.ValidToOn).Must((p, to) => to is null || (to >= p.ValidFromOn && IsInReach(to.Value))).WithErrorCode("plans.ends_before_it_begins");
        RuleFor(p => p.Percent).NotNull().InclusiveBetween(1, 100).When(p => p.Kind == PromotionKind.Percent);
        RuleFor(p => p.Amount).Must(amount => amount > Money.Zero && PlanValidation.IsAmount(amount)).WithErrorCode("plans.not_an_amount").When(p => p.Kind == PromotionKind.Amount);
        When(p => p.Kind == PromotionKind.PayNGetM, () =>
        {
            RuleFor(p => p.PayPeriods).NotNull().InclusiveBetween(1, 60);
            RuleFor(p => p.GetPeriods).NotNull().InclusiveBetween(2, 120);
            RuleFor(p => p.GetPeriods).Must((p, get) => get is null || p.PayPeriods is null || get > p.PayPeriods).WithErrorCode("plans.gets_no_more");
        });
        RuleFor(p => p.Periods).NotNull().When(p => p.Kind == PromotionKind.FreeMonths);
        RuleFor(p => p.Periods).InclusiveBetween(1, 120);
        RuleFor(p => p.MaxUses).InclusiveBetween(1, 1_000_000);
    }

    private static bool IsInReach(DateOnly day) => day.Year is >= 2000 and <= 2199;
}
