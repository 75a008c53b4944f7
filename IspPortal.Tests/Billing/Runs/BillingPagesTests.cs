using Bunit;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Tests.Billing.Print;
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
    private readonly Mock<IInvoicePapers> _papers;
    private readonly Mock<IInvoiceSending> _sending;
    private readonly Mock<IRunMessages> _messages;

    public BillingPagesTests()
    {
        Allow(BillingPermissions.BillingRead, BillingPermissions.BillingRun, BillingPermissions.BillingApprove, InvoicePermissions.InvoicesRead);
        _runs = Stub<IBillingRuns>();
        _ = Stub<IInvoiceCorrections>();
        _papers = Stub<IInvoicePapers>();
        _sending = Stub<IInvoiceSending>();
        _messages = Stub<IRunMessages>();
        _messages.Setup(m => m.OfBillingRunAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<RunMessageShare>>([]));
        _ = Stub<IInvoiceBundles>();
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
    public void A_run_that_waits_says_what_it_will_send_and_how_long_that_takes()
    {
        var missing = MissingTexts.Watch(Services);
        Told(Row(BillingRunState.Waiting));
        _messages.Setup(m => m.OfBillingRunAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<RunMessageShare>>(
            [new(MessageChannel.WhatsApp, 12_000, true, 200, 30, new DateTime(2026, 11, 25, 5, 0, 0, DateTimeKind.Utc)), new(MessageChannel.Sms, 7, false, 0, 0, null), new(null, 3, false, 0, 0, null)]));

        var page = Open<RunPage>(p => p.Add(r => r.RunId, Run));

        page.WaitForAssertion(() => Assert.Contains("12,000", page.Find("[data-channel=WhatsApp]").TextContent, StringComparison.Ordinal));
        Assert.Contains("200 an hour, behind 30 that wait", page.Find("[data-channel=WhatsApp]").TextContent, StringComparison.Ordinal);
        Assert.Contains("nothing sends there", page.Find("[data-channel=Sms]").TextContent, StringComparison.Ordinal);
        Assert.Contains("3", page.Find("[data-channel=none]").TextContent, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);

        // Once it runs there is nothing to decide any more.
        Told(Row(BillingRunState.Running));
        Assert.Empty(Open<RunPage>(p => p.Add(r => r.RunId, Run)).FindAll("[data-run-messages]"));
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
        Shown(paper => paper with { Language = "en" });

        var page = Open<InvoicePage>(p => p.Add(i => i.InvoiceId, PaperSamples.Id));

        var text = page.Find("[data-invoice]").TextContent;
        Assert.All(["17 of 31 days", "by days of the period", "82,258", "PPN 12 %", "Rp 297,029", "Rp 35,644", "Three hundred fifty-nine thousand six hundred seventy-six rupiah"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal($"api/v1/invoices/{PaperSamples.Id}/pdf?language=en", page.Find("[data-act=pdf]").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-act=send]"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void The_sheet_is_in_the_customers_language_until_another_is_chosen()
    {
        Shown(paper => paper);
        var page = Open<InvoicePage>(p => p.Add(i => i.InvoiceId, PaperSamples.Id));
        Assert.Contains("Terbilang", page.Find("[data-invoice]").TextContent, StringComparison.Ordinal);

        page.Find("[data-sheet-language=en] input").Change("on");

        Assert.Contains("In words", page.Find("[data-invoice]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"export/invoices/{PaperSamples.Id}/print?language=en", page.Find("[data-act=print]").GetAttribute("href"));
    }

    [Fact]
    public void A_bill_is_sent_and_what_keeps_it_from_going_is_said()
    {
        var missing = MissingTexts.Watch(Services);
        Allow(InvoicePermissions.InvoicesRead, InvoicePermissions.InvoicesSend);
        Shown(paper => paper);
        _sending.SetupSequence(s => s.SendAsync(PaperSamples.Id, false, It.IsAny<CancellationToken>())).ReturnsAsync(InvoiceErrors.NobodyToSendTo).ReturnsAsync(Result.Success);
        var page = Open<InvoicePage>(p => p.Add(i => i.InvoiceId, PaperSamples.Id));

        page.Find("[data-act=send]").Click();
        Assert.Contains("billing.nobody_to_send_to", page.Markup, StringComparison.Ordinal);
        page.Find("[data-act=send]").Click();
        Assert.DoesNotContain("billing.nobody_to_send_to", page.Markup, StringComparison.Ordinal);
        _sending.Verify(s => s.SendAsync(PaperSamples.Id, true, It.IsAny<CancellationToken>()), Times.Never);
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void What_is_over_is_not_sent()
    {
        Allow(InvoicePermissions.InvoicesRead, InvoicePermissions.InvoicesSend);
        Shown(paper => paper.With(invoice => invoice with { Row = invoice.Row with { Status = InvoiceStatus.Lapsed } }));
        Assert.Empty(Open<InvoicePage>(p => p.Add(i => i.InvoiceId, PaperSamples.Id)).FindAll("[data-act=send]"));
    }

    private void Shown(Func<InvoicePaper, InvoicePaper> change) => _papers.Setup(p => p.GetAsync(PaperSamples.Id, It.IsAny<CancellationToken>())).ReturnsAsync(change(PaperSamples.Plain));

    private void Told(BillingRunRow row) => _runs.Setup(r => r.GetAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(row);

    private static BillingRunRow Row(BillingRunState state) => new(
        Run, "RUN-202611-000001", Day, state, false, 2, 4, Money.Idr(900_000), Money.Zero, state == BillingRunState.Done ? 2 : 0, 0, 0, false, null, "Ayu", new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc), null, null, 3);
}
