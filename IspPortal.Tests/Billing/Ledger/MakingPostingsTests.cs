using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Ledger;

/// <summary>What a posting may be, and what each occasion posts.</summary>
public sealed class MakingPostingsTests
{
    private static readonly Guid Budi = new("019b0000-0000-7000-8000-0000000000b1");
    private static readonly Guid Ani = new("019b0000-0000-7000-8000-0000000000b2");
    private static readonly Guid Invoice = new("019b0000-0000-7000-8000-0000000000c1");
    private static readonly LedgerOccasion Occasion = new("invoice:1", new DateOnly(2026, 11, 1), new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc), "INV-202611-000001");

    private static readonly Dictionary<string, (LedgerOccasion Occasion, LedgerLine[] Lines)> Broken = new(StringComparer.Ordinal)
    {
        ["nothing at all"] = (Occasion, []),
        ["out of balance"] = (Occasion, [new(LedgerAccount.Cash, Money.Idr(2), Budi), new(LedgerAccount.Receivable, Money.Idr(-1), Budi)]),
        ["a line of nothing"] = (Occasion, [new(LedgerAccount.Cash, Money.Idr(0)), new(LedgerAccount.Bank, Money.Idr(0))]),
        ["a debt of nobody"] = (Occasion, [new(LedgerAccount.Cash, Money.Idr(1)), new(LedgerAccount.Receivable, Money.Idr(-1))]),
        ["no key"] = (Occasion with { Key = " " }, Balanced),
        ["no reference"] = (Occasion with { Reference = "" }, Balanced),
        ["a key that is too long"] = (Occasion with { Key = new string('k', LedgerPosting.LongestKey + 1) }, Balanced),
        ["a note that is too long"] = (Occasion with { Note = new string('n', LedgerPosting.LongestNote + 1) }, Balanced),
        ["a local time"] = (Occasion with { OccurredAtUtc = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Unspecified) }, Balanced),
        ["a sub-account that is too long"] = (Occasion, [new(LedgerAccount.Cash, Money.Idr(1), null, null, new string('s', 65)), new(LedgerAccount.Bank, Money.Idr(-1))]),
    };

    public static TheoryData<string> Rules => [.. Broken.Keys];

    private static LedgerLine[] Balanced => [new(LedgerAccount.Cash, Money.Idr(1)), new(LedgerAccount.Bank, Money.Idr(-1))];

    [Theory, MemberData(nameof(Rules))]
    public void What_breaks_a_rule_cannot_be_made(string rule) => Assert.Throws<ArgumentException>(() => new LedgerPosting(LedgerKind.MoneyMoved, Broken[rule].Occasion, Broken[rule].Lines));

    [Fact]
    public void A_balanced_one_can() => Assert.Equal(2, new LedgerPosting(LedgerKind.MoneyMoved, Occasion, Balanced).Lines.Count);

    [Fact]
    public void An_invoice_is_owed_against_what_it_is_made_of()
    {
        var posting = LedgerPostings.InvoiceIssued(Occasion, Budi, Invoice, new BilledAmounts { Revenue = Money.Idr(200_000), Deferred = Money.Idr(100_000), Deposits = Money.Idr(50_000), Discounts = Money.Idr(20_000), Tax = Money.Idr(30_800), LateFees = Money.Idr(5_000), Rounding = Money.Idr(200) });
        Assert.Equal(
            ["Receivable 366000", "Revenue -200000", "DeferredRevenue -100000", "Deposits -50000", "LateFees -5000", "Tax -30800", "Discounts 20000", "Rounding -200"],
            Told(posting));
        Assert.All(posting.Lines, line => Assert.Equal((Budi, Invoice), (line.BillingAccountId, line.InvoiceId)));
    }

    [Fact]
    public void A_credit_note_takes_off_the_debt_and_the_rest_becomes_credit() => Assert.Equal(
        ["Receivable -11000", "CustomerCredit -100000", "Revenue 100000", "Tax 11000"],
        Told(LedgerPostings.CreditNoteIssued(Occasion, Budi, Invoice, new BilledAmounts { Revenue = Money.Idr(100_000), Tax = Money.Idr(11_000) }, toCredit: Money.Idr(100_000))));

    [Fact]
    public void A_receipt_pays_invoices_leaves_credit_and_keeps_what_nobody_knows()
    {
        var posting = LedgerPostings.ReceiptBooked(
            Occasion,
            [new(LedgerAccount.Cash, "LACI-1", Money.Idr(150_000)), new(LedgerAccount.Bank, "BCA", Money.Idr(100_000))],
            [new(Budi, Invoice, Money.Idr(111_000)), new(Ani, null, Money.Idr(39_000)), new(null, null, Money.Idr(100_000))]);
        Assert.Equal(["Cash/LACI-1 150000", "Bank/BCA 100000", "Receivable -111000", "CustomerCredit -39000", "Unidentified -100000"], Told(posting));
        Assert.Equal([Budi, Ani], posting.BillingAccountIds);
        Assert.Null(posting.Lines[0].BillingAccountId);
        Assert.Equal(Budi, LedgerPostings.ReceiptBooked(Occasion, [new(LedgerAccount.Cash, "LACI-1", Money.Idr(1))], [new(Budi, Invoice, Money.Idr(1))]).Lines[0].BillingAccountId);
    }

    [Fact]
    public void Money_that_lies_nowhere_is_no_receipt() =>
        Assert.Throws<ArgumentException>(() => LedgerPostings.ReceiptBooked(Occasion, [new(LedgerAccount.Revenue, "", Money.Idr(1))], [new(Budi, null, Money.Idr(1))]));

    [Fact]
    public void Each_other_occasion_posts_two_sides()
    {
        Assert.Equal(["CustomerCredit 5", "Receivable -5"], Told(LedgerPostings.CreditApplied(Occasion, Budi, new Dictionary<Guid, Money> { [Invoice] = Money.Idr(5) })));
        Assert.Equal(["CustomerCredit 5", "Bank/BCA -5"], Told(LedgerPostings.RefundPaid(Occasion, Budi, new(LedgerAccount.Bank, "BCA", Money.Idr(5)))));
        Assert.Equal(["Deposits 5", "CustomerCredit -5"], Told(LedgerPostings.DepositReleased(Occasion, Budi, Money.Idr(5))));
        Assert.Equal(["Rounding 5", "Receivable -5"], Told(LedgerPostings.RoundingWrittenOff(Occasion, Budi, Invoice, Money.Idr(5))));
        Assert.Equal(["WriteOff 5", "Receivable -5"], Told(LedgerPostings.WrittenOff(Occasion, Budi, Invoice, Money.Idr(5))));
        Assert.Equal(["Withholding 5", "Receivable -5"], Told(LedgerPostings.WithholdingReceived(Occasion, Budi, Invoice, Money.Idr(5))));
        Assert.Equal(["DeferredRevenue 5", "Revenue -5"], Told(LedgerPostings.DeferredRecognised(Occasion, Budi, Invoice, Money.Idr(5))));
        Assert.Equal(["Receivable 9", "CustomerCredit -2", "Deposits -3", "Opening -4"], Told(LedgerPostings.OpeningBalance(Occasion, Budi, null, Money.Idr(9), Money.Idr(2), Money.Idr(3))));
        Assert.Equal(["Bank/BCA 95", "GatewayFees/midtrans 5", "GatewayClearing/midtrans -100"], Told(LedgerPostings.MoneyMoved(Occasion, new(LedgerAccount.GatewayClearing, "midtrans", Money.Idr(100)), LedgerAccount.Bank, "BCA", Money.Idr(5))));
        Assert.Equal(["DebitNoteIssued", "Receivable 5", "Revenue -5"], new[] { LedgerPostings.DebitNoteIssued(Occasion, Budi, Invoice, new BilledAmounts { Revenue = Money.Idr(5) }) }.SelectMany(p => Told(p).Prepend(p.Kind.ToString())));
    }

    [Fact]
    public void A_posting_and_its_reverse_leave_nothing()
    {
        var posting = LedgerPostings.InvoiceIssued(Occasion, Budi, Invoice, new BilledAmounts { Revenue = Money.Idr(200_000), Tax = Money.Idr(22_000) });
        var back = posting.Reversed(LedgerKind.ReceiptVoided, Occasion with { Key = "void:1" });
        Assert.All(posting.Lines.Zip(back.Lines), pair => Assert.Equal((pair.First.Account, Money.Zero), (pair.Second.Account, pair.First.Amount + pair.Second.Amount)));
    }

    [Fact]
    public void Every_account_has_a_code_of_its_own_and_two_may_not_share_one()
    {
        var codes = Enum.GetValues<LedgerAccount>().Select(new LedgerSettings().CodeOf).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        var validator = new LedgerSettingsValidator();
        Assert.True(validator.Validate(new LedgerSettings()).IsValid);
        Assert.Equal(["Bank", "Cash"], validator.Validate(new LedgerSettings { Cash = "1-1200" }).Errors.Select(error => error.PropertyName).Order(StringComparer.Ordinal));
        Assert.False(validator.Validate(new LedgerSettings { Tax = "" }).IsValid);
    }

    private static IEnumerable<string> Told(LedgerPosting posting) => posting.Lines.Select(line => $"{line.Account}{(line.SubAccount is null ? "" : "/" + line.SubAccount)} {line.Amount.Minor}");
}
