using FluentValidation;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What a payment must be.</summary>
public sealed class BookReceiptRequestValidator : FormValidator<BookReceiptRequest>
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LatestEver = TimeSpan.FromDays(366);

    /// <summary>The rules.</summary>
    /// <param name="nowUtc">Now; nobody paid later.</param>
    public BookReceiptRequestValidator(DateTime nowUtc)
    {
        RuleFor(r => r.Key).NotEmpty().MinimumLength(8).MaximumLength(64);
        RuleFor(r => r.PaidAtUtc).Must(at => at.Kind == DateTimeKind.Utc && at <= nowUtc + ClocksDiffer && at >= nowUtc - LatestEver).WithErrorCode("receipts.bad_time");
        RuleFor(r => r.Reference).MaximumLength(LedgerPosting.LongestReference);
        RuleFor(r => r.Note).MaximumLength(LedgerPosting.LongestNote);
        RuleFor(r => r.Money).Must(money => money.Count is > 0 and <= 10).WithErrorCode("receipts.bad_parts");
        RuleFor(r => r.Payers).Must(payers => payers.Count is > 0 and <= 50 && payers.DistinctBy(payer => payer.BillingAccountId).Count() == payers.Count).WithErrorCode("receipts.bad_parts");
        RuleForEach(r => r.Money).ChildRules(part =>
        {
            part.RuleFor(p => p.Method).IsInEnum();
            part.RuleFor(p => p.Place).NotEmpty().MaximumLength(LedgerPosting.LongestSubAccount);
            part.RuleFor(p => p.Amount).Must(amount => amount > Common.Money.Money.Zero && amount <= Most).WithErrorCode("receipts.bad_amount");
        });
        RuleForEach(r => r.Payers).ChildRules(payer => payer.RuleFor(p => p.Amount).Must(amount => amount > Common.Money.Money.Zero && amount <= Most).WithErrorCode("receipts.bad_amount"));
    }

    /// <summary>The most that one payment comes to.</summary>
    public static Common.Money.Money Most { get; } = Common.Money.Money.Idr(100_000_000_000);
}
