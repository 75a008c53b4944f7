using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Monitoring;

/// <summary>The bounds of <see cref="MonitoringSettings"/>.</summary>
public sealed class MonitoringSettingsValidator : FormValidator<MonitoringSettings>
{
    /// <summary>States the bounds.</summary>
    public MonitoringSettingsValidator()
    {
        RuleFor(s => s.CountersEverySeconds).InclusiveBetween(5, 300).WithErrorCode("common.out_of_range");
        RuleFor(s => s.SessionsEverySeconds).InclusiveBetween(10, 600).WithErrorCode("common.out_of_range");
        RuleFor(s => s.SecretsEveryMinutes).InclusiveBetween(1, 1440).WithErrorCode("common.out_of_range");
        RuleFor(s => s.OfflineAfterFailures).InclusiveBetween(1, 20).WithErrorCode("common.out_of_range");
        RuleFor(s => s.BackOffAboveCpuPercent).InclusiveBetween(50, 100).WithErrorCode("common.out_of_range");
        RuleFor(s => s.KeepRawHours).InclusiveBetween(2, 720).WithErrorCode("common.out_of_range");
        RuleFor(s => s.KeepFiveMinutesDays).InclusiveBetween(7, 730).WithErrorCode("common.out_of_range");
        RuleFor(s => s.KeepHoursDays).InclusiveBetween(30, 3650).WithErrorCode("common.out_of_range");
    }
}
