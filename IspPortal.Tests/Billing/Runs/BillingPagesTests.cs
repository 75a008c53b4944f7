using Bunit;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Billing.Pages;
using Moq;

namespace IspPortal.Tests.Billing.Runs;

public sealed class BillingPagesTests : PageScene
{
    private static readonly Guid Run = new("019b0000-0000-7000-8000-0000000000e1");
    private static readonly Guid Account = new("019b0000-0000-7000-8000-0000000000b1");
    private static readonly DateOnly Day = new(2026, 11, 22);

    private readonly Mock<IBillingRuns> _runs;
    private readonly Mock<IInvoiceDirectory> _invoices;

    public BillingPagesTests()
    {
        Allow(BillingPermissions.BillingRead, BillingPermissions.BillingRun, BillingPermissions.BillingApprove, InvoicePermissions.InvoicesRead);
        _runs = Stub<IBillingRuns>();
        _invoices = Stub<IInvoiceDirectory>();
        _ = Stub<IInvoiceCorrections>();
        _runs.Setup(r => r.ItemsAsync(Run, It.IsAny<BillingItemFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid _, BillingItemFilter _, PageRequest page, CancellationToken _) =>
            Page<BillingItemRow>.Of([new(Account, "BA-202611-000001", Account, "Budi Santoso", BillingItemState.Waiting, 2, Money.Idr(450_000), null, UnusualBill.New, null)], page, 1));
    }

    [Theory]
    [InlineData(BillingRunState.Waiting, true, true)]
    [InlineData(BillingRunState.Preparing, true, false)]
    [InlineData(BillingRunState.Done, false, false)]
    public void A_run_offers_what_its_state_allows(BillingRunState state, bool discard, bool approve)
    {
        var missing = MissingTexts.Watch(Services);
        Told(Row(state));

        var page = Open<RunPage>(p => p.Add(r => r.RunId, Run));

        Assert.Equal(state.ToString(), page.Find("[data-run-state]").GetAttribute("data-run-state"));
        Assert.Equal((discard, approve), (page.FindAll("[data-act=discard]").Count == 1, page.FindAll("[data-act=approve]").Count == 1));
        page.WaitForAssertion(() => Assert.Contains("Rp 450,000", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Whoever_may_only_look_gets_no_button()
    {
        Allow(BillingPermissions.BillingRead);
        Told(Row(BillingRunState.Waiting));
        Assert.Empty(Open<RunPage>(p => p.Add(r => r.RunId, Run)).FindAll("[data-act=approve], [data-act=discard]"));
    }

    [Fact]
    public void A_run_that_is_not_there_says_so()
    {
        _runs.Setup(r => r.GetAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(BillingErrors.RunNotFound);
        Assert.Contains("billing.run_not_found", Open<RunPage>(p => p.Add(r => r.RunId, Run)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bill_shows_its_lines_with_days_and_rule_its_tax_and_its_amount_in_words()
    {
        var missing = MissingTexts.Watch(Services);
        var row = new InvoiceRow(
            Run, "INV-202611-000001", InvoiceKind.Invoice, InvoiceStatus.Open, true, Account, "BA-202611-000001", Account, "Budi Santoso", Day, Day.AddDays(10), Day, Day.AddDays(16), Money.Idr(91_306), Money.Idr(91_306), Money.Idr(91_306));
        var line = new BillLine
        {
            Kind = ChargeKind.Period, Text = "Home 20", SubscriptionNumber = "SUB-1", FromOn = Day, ToOn = Day.AddDays(16), Days = 17, OfDays = 31, UnitPrice = Money.Idr(150_000), Amount = Money.Idr(82_258), Rule = BillRule.DaysOfPeriod,
            ChargeKey = "period:2026-11-22",
        };
        _invoices.Setup(i => i.GetAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(new InvoiceDetails(
            row, "Rumah", "CUST-1", null, [new(1, line, Money.Zero)], [new("ppn", "PPN 12 %", 1_200, Money.Idr(82_258), Money.Idr(75_403), Money.Idr(9_048))], Money.Idr(82_258), Money.Idr(9_048), Money.Zero, Money.Zero, false, "04",
            Money.Zero, Money.Zero, null, null, "Ayu", 1));

        var page = Open<InvoicePage>(p => p.Add(i => i.InvoiceId, Run));

        var text = page.Find("[data-invoice]").TextContent;
        Assert.All(["17 of 31 days", "by days of the period", "Rp 82,258", "PPN 12 %", "Rp 75,403", "Rp 9,048", "ninety-one thousand three hundred six rupiah"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("Overdue", page.Markup, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);
    }

    private void Told(BillingRunRow row) => _runs.Setup(r => r.GetAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(row);

    private static BillingRunRow Row(BillingRunState state) => new(
        Run, "RUN-202611-000001", Day, state, false, 2, 4, Money.Idr(900_000), Money.Zero, state == BillingRunState.Done ? 2 : 0, 0, 0, false, null, "Ayu", new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc), null, null, 3);
}
