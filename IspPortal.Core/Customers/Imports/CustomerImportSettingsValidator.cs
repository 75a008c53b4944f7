using FluentValidation;

namespace IspPortal.Core.Customers.Imports;

/// <summary>The bounds of <see cref="CustomerImportSettings"/>.</summary>
public sealed class CustomerImportSettingsValidator : AbstractValidator<CustomerImportSettings>
{
    /// <summary>States the bounds.</summary>
    public CustomerImportSettingsValidator() => RuleFor(s => s.KeepRowsDays).InclusiveBetween(1, 365);
}
