using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>What dunning settings may be.</summary>
public sealed class DunningSettingsValidator : FormValidator<DunningSettings>
{
    private const long MostRupiah = 100_000_000;

    /// <summary>The rules.</summary>
    public DunningSettingsValidator()
    {
        RuleFor(s => s.RemindBeforeDays).Must(text => DunningSettings.DaysOf(text, 60) is not null).WithErrorCode("dunning.not_days");
        RuleFor(s => s.RemindAfterDays).Must(text => DunningSettings.DaysOf(text, 365) is not null).WithErrorCode("dunning.not_days");
        RuleFor(s => s.WarnAfterDays).InclusiveBetween(1, 365);
        RuleFor(s => s.IsolirAfterDays).InclusiveBetween(1, 365);
        RuleFor(s => s.IsolirHour).InclusiveBetween(0, 23);
        RuleFor(s => s.NoIsolirAfter).Must(text => string.IsNullOrWhiteSpace(text) || DunningSettings.UntilOf(text) is not null).WithErrorCode("dunning.not_a_time");
        RuleFor(s => s.Holidays).Must(text => DunningSettings.HolidaysOf(text) is not null).WithErrorCode("dunning.not_holidays");
        RuleFor(s => s.TerminateAfterDays).InclusiveBetween(0, 3_650);
        RuleFor(s => s.Tolerance).InclusiveBetween(0, 1_000_000);
        RuleFor(s => s.RunSharePercent).InclusiveBetween(1, 100);
        RuleFor(s => s.RunUsualPercent).InclusiveBetween(1, 1_000);
        RuleFor(s => s.ReconnectFee).InclusiveBetween(0, MostRupiah);
        RuleFor(s => s.PromiseMostDays).InclusiveBetween(1, 365);
        RuleFor(s => s.MostPromises).InclusiveBetween(1, 100);
        RuleFor(s => s.PromisesWithinDays).InclusiveBetween(1, 3_650);
        RuleFor(s => s.LateFeeGraceDays).InclusiveBetween(0, 365);
        RuleFor(s => s.LateFeeAmount).InclusiveBetween(0, MostRupiah);
        RuleFor(s => s.LateFeePercent).InclusiveBetween(0, 100);
        RuleFor(s => s.LateFeeSteps).Must(text => DunningSettings.FeeStepsOf(text) is not null).WithErrorCode("dunning.not_steps");
        RuleFor(s => s.LateFeeCap).InclusiveBetween(0, MostRupiah);
    }
}
