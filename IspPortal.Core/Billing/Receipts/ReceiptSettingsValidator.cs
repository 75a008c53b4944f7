using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>What the settings of receipts must be.</summary>
public sealed class ReceiptSettingsValidator : FormValidator<ReceiptSettings>
{
    /// <summary>The rules.</summary>
    public ReceiptSettingsValidator()
    {
        RuleFor(s => s.Tolerance).InclusiveBetween(0, 100_000);
        RuleFor(s => s.CashPlaces).Must(ArePlaces).WithErrorCode("receipts.bad_places");
        RuleFor(s => s.BankPlaces).Must(ArePlaces).WithErrorCode("receipts.bad_places");
    }

    private static bool ArePlaces(string list) => ReceiptSettings.NamesIn(list) is { Count: > 0 and <= 20 } names && names.All(name => name.Length <= Ledger.LedgerPosting.LongestSubAccount) && names.Distinct().Count() == names.Count;
}
