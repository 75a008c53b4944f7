using FluentValidation;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>What <see cref="SaveBillingTermsRequest"/> may be.</summary>
public sealed class SaveBillingTermsValidator : FormValidator<SaveBillingTermsRequest>
{
    private const int Whole = 10_000;
    private const int PlaceLength = 6;

    /// <summary>The rules.</summary>
    public SaveBillingTermsValidator()
    {
        RuleFor(t => t.Tax).IsInEnum().WithErrorCode("common.not_allowed");
        RuleFor(t => t.WithholdingBasisPoints).InclusiveBetween(0, Whole);
        RuleFor(t => t.FixedDay).InclusiveBetween(1, 31);
        RuleFor(t => t.Npwp).Must(text => string.IsNullOrEmpty(text) || TaxNumbers.IsNumber(text)).WithErrorCode("tax.not_a_number");
        RuleFor(t => t.Nik).Must(text => string.IsNullOrEmpty(text) || TaxNumbers.IsNumber(text)).WithErrorCode("tax.not_a_number");
        RuleFor(t => t.Idtku).Must(text => string.IsNullOrEmpty(text) || (text.Length == PlaceLength && text.All(char.IsAsciiDigit))).WithErrorCode("tax.not_a_place");
    }
}
