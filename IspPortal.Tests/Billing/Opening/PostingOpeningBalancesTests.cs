using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Opening;

/// <summary>The opening journal balances against the opening account, with no revenue and no tax.</summary>
public sealed class PostingOpeningBalancesTests
{
    private static readonly LedgerOccasion Occasion = OpeningJournal.OccasionOf(OpeningSample.Siti, 4, OpeningSample.Day("2026-11-01"), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), null, null, null);

    [Theory]
    [InlineData(OpeningKind.Invoice, LedgerAccount.Receivable, 1)]
    [InlineData(OpeningKind.Deposit, LedgerAccount.Deposits, -1)]
    [InlineData(OpeningKind.Credit, LedgerAccount.CustomerCredit, -1)]
    [InlineData(OpeningKind.CollectorCash, LedgerAccount.Cash, 1)]
    public void Each_kind_stands_against_opening(OpeningKind kind, LedgerAccount account, int sign)
    {
        var posting = OpeningJournal.PostingOf(Occasion, kind, Money.Idr(150_000), OpeningSample.Budi, null, "Loket 1")!;
        Assert.Equal(LedgerKind.OpeningBalance, posting.Kind);
        Assert.Equal([(account, sign * 150_000L), (LedgerAccount.Opening, -sign * 150_000L)], posting.Lines.Select(line => (line.Account, line.Amount.Minor)));
    }

    [Theory]
    [InlineData(OpeningKind.PaidUntil)]
    [InlineData(OpeningKind.NextNumber)]
    public void Days_and_numbers_post_nothing(OpeningKind kind) => Assert.Null(OpeningJournal.PostingOf(Occasion, kind, default, OpeningSample.Budi, null, null));

    [Fact]
    public void Totals_of_any_rows_add_up_to_nothing()
    {
        var dice = new Random(7);
        var postings = Enumerable.Range(0, 500).Select(_ => OpeningJournal.PostingOf(Occasion, (OpeningKind)dice.Next(6), Money.Idr(dice.Next(1, 2_000_000)), OpeningSample.Budi, null, "Loket 1")).OfType<LedgerPosting>().ToList();
        var totals = OpeningJournal.TotalsOf(postings);
        Assert.True(new OpeningImportDetails(null!, [], totals).Difference.IsZero);
        Assert.Equal([LedgerAccount.Receivable, LedgerAccount.CustomerCredit, LedgerAccount.Cash, LedgerAccount.Deposits, LedgerAccount.Opening], totals.Select(total => total.Account));
    }
}
