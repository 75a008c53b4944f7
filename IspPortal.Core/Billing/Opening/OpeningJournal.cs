using System.Globalization;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Opening;

/// <summary>
/// Says what opening balances post: each row against <see cref="LedgerAccount.Opening"/>, no revenue and no tax, for both were the old system's. Pure: the totals of the dry run are made of the same postings.
/// </summary>
public static class OpeningJournal
{
    /// <summary>The posting of a row; null: it posts nothing.</summary>
    /// <param name="occasion">When and why.</param>
    /// <param name="kind">What it brings along.</param>
    /// <param name="amount">How much; above zero.</param>
    /// <param name="billingAccountId">Whose; null of cash.</param>
    /// <param name="invoiceId">The invoice, or null.</param>
    /// <param name="place">Where cash lies, or null.</param>
    public static LedgerPosting? PostingOf(LedgerOccasion occasion, OpeningKind kind, Money amount, Guid? billingAccountId, Guid? invoiceId, string? place) => kind switch
    {
        OpeningKind.Invoice => LedgerPostings.OpeningBalance(occasion, billingAccountId!.Value, invoiceId, amount, Money.Zero, Money.Zero),
        OpeningKind.Credit => LedgerPostings.OpeningBalance(occasion, billingAccountId!.Value, null, Money.Zero, amount, Money.Zero),
        OpeningKind.Deposit => LedgerPostings.OpeningBalance(occasion, billingAccountId!.Value, null, Money.Zero, Money.Zero, amount),
        OpeningKind.CollectorCash => LedgerPostings.OpeningCash(occasion, new ReceivedMoney(LedgerAccount.Cash, place!, amount)),
        _ => null,
    };

    /// <summary>The occasion of a row.</summary>
    public static LedgerOccasion OccasionOf(Guid importId, int row, DateOnly on, DateTime atUtc, string? number, Guid? documentId, string? note) => new(
        string.Create(CultureInfo.InvariantCulture, $"opening:{importId:N}:{row}"), on, atUtc, number ?? string.Create(CultureInfo.InvariantCulture, $"OPENING-{row}"), documentId, note);

    /// <summary>What postings come to by account of the ledger, in the order of the accounts; they add up to nothing.</summary>
    public static IReadOnlyList<OpeningAccountTotal> TotalsOf(IEnumerable<LedgerPosting> postings) =>
        [.. postings.SelectMany(posting => posting.Lines).GroupBy(line => line.Account).OrderBy(group => group.Key).Select(group => new OpeningAccountTotal(group.Key, group.Aggregate(Money.Zero, (sum, line) => sum + line.Amount)))];
}
