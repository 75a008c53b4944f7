using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>The rules of a plan's form, apart from what only the database knows.</summary>
internal sealed class SavePlanRequestValidator : FormValidator<SavePlanRequest>
{
    public SavePlanRequestValidator(bool isNew)
    {
        RuleFor(p => p.Name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(80);
        RuleFor(p => p.Slug).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(40).Must(PlanValidation.IsWord).WithErrorCode("plans.not_a_short_name");
        RuleFor(p => p.Description).MaximumLength(1000);
        RuleFor(p => p.Service).IsInEnum();
        RuleFor(p => p.Speed).NotNull();
        When(p => p.Speed is not null, () =>
        {
            RuleFor(p => p.Speed.DownBitsPerSecond).InclusiveBetween(1_000, PlanValidation.MostBits);
            RuleFor(p => p.Speed.UpBitsPerSecond).InclusiveBetween(1_000, PlanValidation.MostBits);
            RuleFor(p => p.Speed.BurstDownBitsPerSecond).Must(PlanValidation.IsRate).WithErrorCode("plans.not_a_speed");
            RuleFor(p => p.Speed.BurstUpBitsPerSecond).Must(PlanValidation.IsRate).WithErrorCode("plans.not_a_speed");
            RuleFor(p => p.Speed.BurstUpBitsPerSecond).Must((p, up) => up is null == p.Speed.BurstDownBitsPerSecond is null).WithErrorCode("plans.burst_both_ways");
            RuleFor(p => p.Speed.BurstDownBitsPerSecond).Must((p, burst) => burst is null || burst >= p.Speed.DownBitsPerSecond).WithErrorCode("plans.burst_below_speed");
            RuleFor(p => p.Speed.BurstUpBitsPerSecond).Must((p, burst) => burst is null || burst >= p.Speed.UpBitsPerSecond).WithErrorCode("plans.burst_below_speed");
            RuleFor(p => p.Speed.BurstThresholdPercent).InclusiveBetween(1, 100);
            RuleFor(p => p.Speed.BurstSeconds).InclusiveBetween(1, 600);
        });
        RuleFor(p => p.QuotaBytes).InclusiveBetween(1_000_000, 1_000_000_000_000_000);
        RuleFor(p => p.QuotaAction).NotNull().When(p => p.QuotaBytes is not null);
        RuleFor(p => p.QuotaAction).Null().When(p => p.QuotaBytes is null).WithErrorCode("plans.quota_missing");
        RuleFor(p => p.QuotaResetDay).InclusiveBetween(1, 31);
        RuleFor(p => p.QuotaResetDay).Null().When(p => p.QuotaBytes is null).WithErrorCode("plans.quota_missing");
        RuleFor(p => p.ThrottledDownBitsPerSecond).NotNull().When(p => p.QuotaAction is PlanQuotaAction.Throttle);
        RuleFor(p => p.ThrottledUpBitsPerSecond).NotNull().When(p => p.QuotaAction is PlanQuotaAction.Throttle);
        RuleFor(p => p.ThrottledDownBitsPerSecond).Must(PlanValidation.IsRate).WithErrorCode("plans.not_a_speed");
        RuleFor(p => p.ThrottledUpBitsPerSecond).Must(PlanValidation.IsRate).WithErrorCode("plans.not_a_speed");
        RuleFor(p => p.ConcurrentSessions).InclusiveBetween(1, 100);
        RuleFor(p => p.Profile).MaximumLength(64).Must(PlanValidation.IsProfileName).WithErrorCode("plans.not_a_profile_name");
        RuleFor(p => p.Profile).Null().When(p => p.Service == AccessService.Static).WithErrorCode("plans.no_profile");
        RuleFor(p => p.ThrottledProfile).MaximumLength(64).Must(PlanValidation.IsProfileName).WithErrorCode("plans.not_a_profile_name");
        RuleFor(p => p.Period).Must(period => period.Cycle != PlanCycle.CustomDays || period.Days is >= 1 and <= 3660).OverridePropertyName("cycleDays").WithErrorCode("plans.not_a_cycle");
        RuleFor(p => p.Period).Must(period => Enum.IsDefined(period.Cycle)).OverridePropertyName("cycle").WithErrorCode("plans.not_a_cycle");
        RuleFor(p => p.TaxCode).NotNull().MaximumLength(20).Must(code => code is null || PlanValidation.IsWord(code)).WithErrorCode("plans.not_a_short_name");
        RuleFor(p => p.ContractMonths).InclusiveBetween(0, 120);
        RuleFor(p => p.GraceDays).InclusiveBetween(0, 60);
        RuleFor(p => p.Areas).MaximumLength(256);
        RuleFor(p => p.SortOrder).InclusiveBetween(0, 9_999);
        if (isNew)
        {
            RuleFor(p => p.Terms).NotNull();
            RuleFor(p => p.Terms!).SetValidator(new PlanTermsValidator()).When(p => p.Terms is not null);
        }
    }
}
