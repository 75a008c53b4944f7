using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Plans.Offers;

/// <summary>The rules of an add-on's form.</summary>
internal sealed class SaveAddOnRequestValidator : FormValidator<SaveAddOnRequest>
{
    public SaveAddOnRequestValidator()
    {
        RuleFor(a => a.Code).Cascade(CascadeMode.Stop).IsACode();
        RuleFor(a => a.Name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(80);
        RuleFor(a => a.Description).MaximumLength(500);
        RuleFor(a => a.Kind).IsInEnum();
        RuleFor(a => a.Price).IsAnAmount();
        RuleFor(a => a.TaxCode).NotNull().MaximumLength(20).Must(code => code is null || PlanValidation.IsWord(code)).WithErrorCode("plans.not_a_short_name");
        When(a => a.Kind == AddOnKind.NightSpeed, () =>
        {
            RuleFor(a => a.SpeedPercent).NotNull().InclusiveBetween(110, 1_000);
            RuleFor(a => a.NightFrom).NotNull();
            RuleFor(a => a.NightTo).NotNull().NotEqual(a => a.NightFrom).WithErrorCode("plans.not_a_span");
        }).Otherwise(() => RuleFor(a => a.SpeedPercent).Null().WithErrorCode("plans.night_speed_only"));
    }
}
