using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Core.Monitoring;

/// <summary>The bounds of <see cref="MonitoringSettings"/>.</summary>
public sealed class MonitoringSettingsValidator : FormValidator<MonitoringSettings>
{
    private const int MostTargets = 10;

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
        RuleFor(s => s.KeepUsageDays).InclusiveBetween(365, 7300).WithErrorCode("common.out_of_range");
        RuleFor(s => s.ProbeTargets).MaximumLength(256).WithErrorCode("common.too_long");
        RuleFor(s => s.ProbeTargets).Must((s, _) => s.Targets().Count <= MostTargets && s.Targets().All(Ipv4.IsWhole)).WithErrorCode("common.not_allowed");
    }
}
