using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>The bounds of <see cref="ProvisioningSettings"/>.</summary>
public sealed class ProvisioningSettingsValidator : FormValidator<ProvisioningSettings>
{
    /// <summary>States the bounds.</summary>
    public ProvisioningSettingsValidator()
    {
        RuleFor(s => s.RequestsPerSecond).InclusiveBetween(1, 500).WithErrorCode("common.out_of_range");
        RuleFor(s => s.StopAtFailedPercent).InclusiveBetween(1, 100).WithErrorCode("common.out_of_range");
        RuleFor(s => s.IsolirProfile).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
        RuleFor(s => s.IsolirList).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
        RuleFor(s => s.BlockedList).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
        RuleFor(s => s.CompareEveryMinutes).InclusiveBetween(5, 1440).WithErrorCode("common.out_of_range");
        RuleFor(s => s.KeepPlansDays).InclusiveBetween(30, 3650).WithErrorCode("common.out_of_range");
    }
}
