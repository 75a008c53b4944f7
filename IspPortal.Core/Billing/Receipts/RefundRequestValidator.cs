using FluentValidation;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What a wish for a refund must be.</summary>
public sealed class RefundRequestValidator : FormValidator<RefundRequest>
{
    /// <summary>The rules.</summary>
    public RefundRequestValidator()
    {
        RuleFor(r => r.Key).NotEmpty().MinimumLength(8).MaximumLength(64);
        RuleFor(r => r.Amount).Must(amount => amount > Common.Money.Money.Zero && amount <= BookReceiptRequestValidator.Most).WithErrorCode("receipts.bad_amount");
        RuleFor(r => r.Method).Must(method => method is PaymentMethod.Cash or PaymentMethod.BankTransfer).WithErrorCode("receipts.bad_refund_method");
        RuleFor(r => r.Place).NotEmpty().MaximumLength(LedgerPosting.LongestSubAccount);
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(LedgerPosting.LongestNote);
        RuleFor(r => r.Reference).MaximumLength(LedgerPosting.LongestReference);
    }
}
