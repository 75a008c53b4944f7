using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans.Campaigns;

/// <summary>The rules of a campaign's form.</summary>
internal sealed class SaveCampaignRequestValidator : FormValidator<SaveCampaignRequest>
{
    public SaveCampaignRequestValidator(DateTime nowUtc)
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(80);
        RuleFor(c => c.PlanIds).NotEmpty();
        RuleFor(c => c.StartsAtUtc).Must(at => at.Kind == DateTimeKind.Utc && at < nowUtc.AddYears(5)).WithErrorCode("plans.not_a_day");
        RuleFor(c => c.EndsAtUtc).Must((c, at) => at.Kind == DateTimeKind.Utc && at > c.StartsAtUtc).WithErrorCode("plans.ends_before_it_begins");
        RuleFor(c => c.EndsAtUtc).Must(at => at > nowUtc).WithErrorCode("plans.is_over");
        RuleFor(c => c.EndsAtUtc).Must((c, at) => at <= c.StartsAtUtc.AddDays(366)).WithErrorCode("plans.too_long_a_campaign");
        RuleFor(c => c.FactorPercent).NotNull().When(c => c.DownBitsPerSecond is null && c.UpBitsPerSecond is null);
        RuleFor(c => c.FactorPercent).Null().When(c => c.DownBitsPerSecond is not null || c.UpBitsPerSecond is not null).WithErrorCode("plans.factor_or_speed");
        RuleFor(c => c.FactorPercent).InclusiveBetween(10, 1_000).NotEqual(100);
        RuleFor(c => c.DownBitsPerSecond).NotNull().When(c => c.UpBitsPerSecond is not null);
        RuleFor(c => c.UpBitsPerSecond).NotNull().When(c => c.DownBitsPerSecond is not null);
        RuleFor(c => c.DownBitsPerSecond).Must(PlanValidation.IsRate).WithErrorCode("plans.not_a_speed");
        RuleFor(c => c.UpBitsPerSecond).Must(PlanValidation.IsRate).WithErrorCode("plans.not_a_speed");
        RuleFor(c => c.Kicks).NotNull();
        RuleFor(c => c.Kicks).Must(kicks => kicks is not { Timing: KickTiming.Window } || (kicks.WindowFrom is not null && kicks.WindowTo is not null)).WithErrorCode("plans.not_a_span");
        RuleFor(c => c.Kicks.PerSecond).InclusiveBetween(1, 100).When(c => c.Kicks is not null);
        RuleFor(c => c.Reason).MaximumLength(500);
    }
}
