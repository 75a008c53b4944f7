using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Customers.Imports;

/// <summary>The bounds of <see cref="CustomerImportSettings"/>.</summary>
public sealed class CustomerImportSettingsValidator : FormValidator<CustomerImportSettings>
{
    /// <summary>States the bounds.</summary>
    public CustomerImportSettingsValidator() => RuleFor(s => s.KeepRowsDays).InclusiveBetween(1, 365);
}
