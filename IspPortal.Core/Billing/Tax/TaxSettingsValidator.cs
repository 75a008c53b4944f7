using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Tax;

/// <summary>What <see cref="TaxSettings"/> may be.</summary>
public sealed class TaxSettingsValidator : FormValidator<TaxSettings>
{
    /// <summary>The rules.</summary>
    public TaxSettingsValidator()
    {
        RuleFor(s => s.SellerTin).Must(text => text is { Length: 0 } || TaxNumbers.IsNumber(text)).WithErrorCode("tax.not_a_number");
        RuleFor(s => s.SellerIdtku).Must(text => text is { Length: 0 } || TaxNumbers.IsIdtku(text)).WithErrorCode("tax.not_an_idtku");
        RuleFor(s => s.TelecomRates).MaximumLength(500).Must((settings, _) => settings.Rates is not null).WithErrorCode("tax.bad_rates");
    }
}
