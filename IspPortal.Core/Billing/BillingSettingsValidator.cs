using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing;

/// <summary>What billing settings may be.</summary>
public sealed class BillingSettingsValidator : FormValidator<BillingSettings>
{
    /// <summary>The rules.</summary>
    public BillingSettingsValidator()
    {
        RuleFor(s => s.BilledFrom).Must((settings, text) => text is { Length: 0 } || settings.BilledFromOn is not null).WithErrorCode("billing.not_a_day");
        RuleFor(s => s.FixedDay).InclusiveBetween(1, 31);
        RuleFor(s => s.InstalledAfterDay).InclusiveBetween(0, 31);
        RuleFor(s => s.PrepaidIssueDaysBefore).InclusiveBetween(0, 60);
        RuleFor(s => s.PostpaidIssueDaysAfter).InclusiveBetween(0, 60);
        RuleFor(s => s.DueDaysAfterIssue).InclusiveBetween(0, 90);
        RuleFor(s => s.DueDayOfMonth).InclusiveBetween(0, 31);
        RuleFor(s => s.IsolatedBilledDays).InclusiveBetween(0, 366);
        RuleFor(s => s.PauseFeePercent).InclusiveBetween(0, 100);
        RuleFor(s => s.OutageCreditFromHours).InclusiveBetween(0, 720);
        RuleFor(s => s.MinimumCharge).InclusiveBetween(0, 100_000_000);
        RuleFor(s => s.PrepareHour).InclusiveBetween(0, 23);
        RuleFor(s => s.RunLimitPercent).InclusiveBetween(1, 1_000);
    }
}
