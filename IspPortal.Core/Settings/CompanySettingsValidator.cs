using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Settings;

internal sealed class CompanySettingsValidator : FormValidator<CompanySettings>
{
    public CompanySettingsValidator()
    {
        RuleFor(company => company.Name).NotEmpty().MaximumLength(120);
        RuleFor(company => company.BusinessZone).Must(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).WithErrorCode("settings.unknown_zone");
        RuleFor(company => company.DefaultLanguage).Must(language => language is "id-ID" or "en").WithErrorCode("settings.unknown_language");
        RuleFor(company => company.SupportPhone).MaximumLength(40);
        RuleFor(company => company.SupportEmail).MaximumLength(120).EmailAddress().When(company => company.SupportEmail.Length > 0);
        RuleFor(company => company.Address).MaximumLength(240);
    }
}
