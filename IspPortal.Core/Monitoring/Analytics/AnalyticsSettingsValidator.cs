using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>The bounds of <see cref="AnalyticsSettings"/>.</summary>
public sealed class AnalyticsSettingsValidator : FormValidator<AnalyticsSettings>
{
    /// <summary>States the bounds.</summary>
    public AnalyticsSettingsValidator()
    {
        RuleFor(s => s.AvailabilityTargetPercent).InclusiveBetween(50, 100).WithErrorCode("common.out_of_range");
        RuleFor(s => s.CapacityWarningPercent).InclusiveBetween(10, 100).WithErrorCode("common.out_of_range");
    }
}
