using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>What a wish for a credit note must be.</summary>
public sealed class CreditInvoiceRequestValidator : FormValidator<CreditInvoiceRequest>
{
    /// <summary>The rules.</summary>
    public CreditInvoiceRequestValidator()
    {
        RuleFor(r => r.Key).NotEmpty().MinimumLength(8).MaximumLength(64);
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(500);
        RuleFor(r => r.Lines).Must(lines => lines is null || (lines.Count > 0 && lines.Values.All(amount => amount > Common.Money.Money.Zero))).WithErrorCode("corrections.bad_lines");
    }
}
