using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Subscriptions;

/// <summary>The bounds of <see cref="SubscriptionSettings"/>.</summary>
public sealed class SubscriptionSettingsValidator : FormValidator<SubscriptionSettings>
{
    /// <summary>States the bounds.</summary>
    public SubscriptionSettingsValidator()
    {
        RuleFor(s => s.UsernamePattern).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64).Must(UsernamePattern.IsPattern).WithErrorCode("subscriptions.not_a_pattern");
        RuleFor(s => s.PasswordLength).InclusiveBetween(8, 32).WithErrorCode("common.out_of_range");
        RuleFor(s => s.TrialDays).InclusiveBetween(1, 90).WithErrorCode("common.out_of_range");
        RuleFor(s => s.PausesPerYear).InclusiveBetween(0, 12).WithErrorCode("common.out_of_range");
        RuleFor(s => s.LongestPauseDays).InclusiveBetween(1, 366).WithErrorCode("common.out_of_range");
        RuleFor(s => s.KeepEndedDays).InclusiveBetween(0, 365).WithErrorCode("common.out_of_range");
        RuleFor(s => s.LateRenewalFrom).Must(word => word is "renewal" or "old-end");
    }
}
