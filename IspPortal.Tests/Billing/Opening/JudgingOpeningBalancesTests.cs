using IspPortal.Core.Billing.Opening;

namespace IspPortal.Tests.Billing.Opening;

/// <summary>Which rows would be booked, and what is wrong with the others.</summary>
public sealed class JudgingOpeningBalancesTests
{
    [Fact]
    public void An_open_invoice_finds_its_account_and_line_and_keeps_its_period_from_being_billed()
    {
        var found = One(OpeningSample.Invoice());
        Assert.Equal((OpeningVerdict.Ready, OpeningSample.Budi, OpeningSample.BudisLine, OpeningSample.Day("2026-10-31")), (found.Verdict, found.Account!.Id, found.Line!.Id, found.BilledUntilOn!.Value));
        Assert.Equal("invoice:LAMA/10/001", found.Key);
    }

    [Fact]
    public void An_account_is_found_by_code_number_or_line_and_never_guessed()
    {
        Assert.Equal(OpeningSample.Budi, One(OpeningSample.Of(OpeningKind.Credit) with { Customer = "CUST-202610-000001" }).Account!.Id);
        Assert.Equal(OpeningSample.Siti, One(OpeningSample.Of(OpeningKind.Credit) with { Customer = null, Account = "ba-202610-000002" }).Account!.Id);
        Assert.Equal(OpeningSample.Siti, One(OpeningSample.Of(OpeningKind.Deposit) with { Customer = null, Line = "siti.toko" }).Account!.Id);
        Assert.Equal("customer opening.unknown_customer", Problem(OpeningSample.Of(OpeningKind.Credit) with { Customer = "A9" }));
        Assert.Equal("account opening.other_customers", Problem(OpeningSample.Of(OpeningKind.Credit) with { Account = "BA-202610-000002" }));
        Assert.Equal("line opening.other_accounts", Problem(OpeningSample.Of(OpeningKind.Deposit) with { Line = "siti" }));
        Assert.Equal("line opening.line_needed", Problem(OpeningSample.Of(OpeningKind.Deposit) with { Customer = "A2" }));
        Assert.Equal("line opening.unknown_line", Problem(OpeningSample.Of(OpeningKind.Deposit) with { Customer = null, Line = "hantu" }));
        var twice = OpeningSample.World with { Accounts = [.. OpeningSample.World.Accounts.Select(account => account with { CustomerCode = "A1" })] };
        Assert.Equal("opening.ambiguous_customer", new OpeningJudge(twice).Judge([OpeningSample.Of(OpeningKind.Credit)])[0].Problems[0].Code);
    }

    [Fact]
    public void Days_have_to_follow_each_other()
    {
        Assert.Equal("issuedOn opening.after_cutover", Problem(OpeningSample.Invoice() with { IssuedOn = OpeningSample.Day("2026-11-02"), DueOn = OpeningSample.Day("2026-11-12") }));
        Assert.Equal("dueOn opening.days_reversed", Problem(OpeningSample.Invoice() with { DueOn = OpeningSample.Day("2026-09-01") }));
        Assert.Equal("toOn opening.days_reversed", Problem(OpeningSample.Invoice() with { ToOn = OpeningSample.Day("2026-09-01") }));
        Assert.Equal("toOn common.required", Problem(OpeningSample.Invoice() with { ToOn = null }));
        Assert.Equal("paidUntilOn opening.before_start", Problem(OpeningSample.Of(OpeningKind.PaidUntil) with { PaidUntilOn = OpeningSample.Day("2024-01-01") }));
        Assert.Equal("paidUntilOn opening.too_far", Problem(OpeningSample.Of(OpeningKind.PaidUntil) with { PaidUntilOn = OpeningSample.Day("2036-01-01") }));
    }

    [Fact]
    public void Nothing_is_brought_along_twice()
    {
        var rows = new OpeningJudge(OpeningSample.World).Judge([OpeningSample.Invoice(), OpeningSample.Invoice(7)]);
        Assert.Equal((OpeningVerdict.Ready, "opening.repeated", 2), (rows[0].Verdict, rows[1].Problems[0].Code, rows[1].Problems[0].Arguments[0]));

        var before = One(OpeningSample.Invoice());
        var world = OpeningSample.World with { Booked = new Dictionary<string, string> { [before.Key] = before.Says } };
        Assert.Equal(OpeningVerdict.Known, new OpeningJudge(world).Judge([OpeningSample.Invoice()])[0].Verdict);
        var other = new OpeningJudge(world).Judge([OpeningSample.Invoice() with { Amount = Core.Common.Money.Money.Idr(1) }])[0];
        Assert.Equal((OpeningVerdict.Wrong, "opening.booked_otherwise"), (other.Verdict, other.Problems[0].Code));
        Assert.Equal("opening.number_in_use", new OpeningJudge(OpeningSample.World with { NumbersInUse = new HashSet<string> { "LAMA/10/001" } }).Judge([OpeningSample.Invoice()])[0].Problems[0].Code);
    }

    [Fact]
    public void What_the_portal_billed_already_is_refused()
    {
        var billed = OpeningSample.World with { FirstBilledOn = new Dictionary<Guid, DateOnly> { [OpeningSample.BudisLine] = OpeningSample.Day("2026-11-01") }, BilledDeposits = new HashSet<Guid> { OpeningSample.BudisLine } };
        Assert.Equal(OpeningVerdict.Ready, new OpeningJudge(billed).Judge([OpeningSample.Of(OpeningKind.PaidUntil) with { PaidUntilOn = OpeningSample.Day("2026-10-31") }])[0].Verdict);
        Assert.Equal("opening.line_billed", new OpeningJudge(billed).Judge([OpeningSample.Of(OpeningKind.PaidUntil) with { PaidUntilOn = OpeningSample.Day("2026-11-01") }])[0].Problems[0].Code);
        Assert.Equal("opening.deposit_billed", new OpeningJudge(billed).Judge([OpeningSample.Of(OpeningKind.Deposit)])[0].Problems[0].Code);
    }

    [Fact]
    public void Series_never_go_back_and_never_meet_an_old_number()
    {
        var ready = One(Next("inv", 7));
        Assert.Equal(("INV-202611", OpeningVerdict.Ready), (ready.Place, ready.Verdict));
        Assert.Equal("next opening.backwards", Problem(Next("INV", 6)));
        Assert.Equal("series opening.unknown_series", Problem(Next("XYZ", 6)));
        Assert.Equal("series opening.unknown_series", Problem(Next("INV-2026", 6)));

        // An old number in the portal's own form: the series has to begin above it.
        var old = OpeningSample.Invoice(2, "INV-202611-000150");
        Assert.Equal("number opening.series_would_reach", Problem(old));
        var both = new OpeningJudge(OpeningSample.World).Judge([old, Next("INV", 150)]);
        Assert.Equal(["opening.series_would_reach", "opening.onto_old_number"], both.Select(row => row.Problems[0].Code));
        Assert.All(new OpeningJudge(OpeningSample.World).Judge([old, Next("INV", 151)]), row => Assert.Equal(OpeningVerdict.Ready, row.Verdict));
        Assert.Equal("opening.onto_old_number", new OpeningJudge(OpeningSample.World with { OldNumbers = new Dictionary<string, long> { ["INV-202611"] = 40 } }).Judge([Next("INV", 40)])[0].Problems[0].Code);
    }

    [Fact]
    public void Cash_lies_where_the_settings_say()
    {
        Assert.Equal("Penagih Joko", One(OpeningSample.Of(OpeningKind.CollectorCash) with { Place = "penagih joko" }).Place);
        Assert.Equal("place opening.unknown_place", Problem(OpeningSample.Of(OpeningKind.CollectorCash) with { Place = "Saku" }));
    }

    private static OpeningDraft Next(string series, long next) => new(9, OpeningKind.NextNumber, []) { Series = series, Next = next };

    private static OpeningFinding One(OpeningDraft draft) => new OpeningJudge(OpeningSample.World).Judge([draft])[0];

    private static string Problem(OpeningDraft draft)
    {
        var problem = Assert.Single(One(draft).Problems);
        return $"{problem.Field} {problem.Code}";
    }
}
