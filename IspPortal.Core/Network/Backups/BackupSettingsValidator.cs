using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Network.Backups;

/// <summary>The bounds of <see cref="BackupSettings"/>.</summary>
public sealed class BackupSettingsValidator : FormValidator<BackupSettings>
{
    /// <summary>States the bounds.</summary>
    public BackupSettingsValidator() => RuleFor(s => s.KeepVersions).InclusiveBetween(1, 1000).WithErrorCode("common.out_of_range");
}
