using Bunit;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Plans;
using IspPortal.Tests.Billing.Print;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Billing.Pages;
using Moq;

namespace IspPortal.Tests.Billing.Lists;

/// <summary>Pages of papers, of many bills as one PDF and of runs that are only thought of.</summary>
public sealed class PapersPagesTests : PageScene
{
    private static readonly Guid Id = new("019b0000-0000-7000-8000-0000000000f1");
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTime At = new(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_credit_note_is_a_sheet_that_is_printed_and_sent()
    {
        var missing = MissingTexts.Watch(Services);
        Allow(InvoicePermissions.InvoicesRead, InvoicePermissions.InvoicesSend);
        Stub<ICreditNotePapers>().Setup(p => p.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(PrintingCreditNotesTests.Sample());
        var sending = Stub<ICreditNoteSending>();
        sending.SetupSequence(s => s.SendAsync(Id, false, It.IsAny<CancellationToken>())).ReturnsAsync(InvoiceErrors.NobodyToSendTo).ReturnsAsync(Result.Success);

        var page = Open<CreditNotePage>(p => p.Add(n => n.CreditNoteId, Id));

        var sheet = page.Find("[data-credit-note]").TextContent;
        Assert.All(["Nota kredit", "INV-202611-000001", "Salah tarif", "50.000", "Terbilang"], part => Assert.Contains(part, sheet, StringComparison.Ordinal));
        page.Find("[data-sheet-language=en] input").Change("on");
        Assert.Contains("Fifty-five thousand five hundred rupiah", page.Find("[data-credit-note]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"api/v1/credit-notes/{Id}/pdf?language=en", page.Find("[data-act=pdf]").GetAttribute("href"));
        Assert.Equal($"export/credit-notes/{Id}/print?language=en", page.Find("[data-act=print]").GetAttribute("href"));
        page.Find("[data-act=send]").Click();
        Assert.Contains("billing.nobody_to_send_to", page.Markup, StringComparison.Ordinal);
        page.Find("[data-act=send]").Click();
        Assert.DoesNotContain("billing.nobody_to_send_to", page.Markup, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);
    }

    [Theory]
    [InlineData(InvoiceBundleState.Waiting, "progress")]
    [InlineData(InvoiceBundleState.Running, "progress")]
    [InlineData(InvoiceBundleState.Ready, "[data-act=download]")]
    [InlineData(InvoiceBundleState.Failed, ".error-panel, [role=alert]")]
    public void Many_bills_as_one_file_say_how_far_they_are(InvoiceBundleState state, string shown)
    {
        var missing = MissingTexts.Watch(Services);
        Allow(InvoicePermissions.InvoicesRead);
        Stub<IInvoiceBundles>().Setup(b => b.GetAsync(Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new InvoiceBundleRow(Id, state, 300, 120, state == InvoiceBundleState.Ready ? 4_000_000 : 0, state == InvoiceBundleState.Failed ? "billing.bundle_given_up" : null, "Ayu", At, At.AddDays(1)));

        var page = Open<InvoiceBundlePage>(p => p.Add(b => b.BundleId, Id));

        Assert.Equal(state.ToString(), page.Find("[data-bundle-state]").GetAttribute("data-bundle-state"));
        Assert.NotEmpty(page.FindAll(shown));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void What_a_whole_run_would_bill_is_shown_with_what_was_assumed()
    {
        var missing = MissingTexts.Watch(Services);
        Allow(BillingPermissions.BillingRun, PlanPermissions.PlansRead);
        Stub<IBusinessClock>().Setup(c => c.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Today);
        Stub<IPlanCatalog>().Setup(p => p.ListAsync(It.IsAny<PlanFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((PlanFilter _, PageRequest page, CancellationToken _) => Page<PlanRow>.Of([], page, 0));
        var whatIf = Stub<IBillingWhatIf>();
        WhatIfRequest? asked = null;
        whatIf.Setup(w => w.ComputeAsync(It.IsAny<WhatIfRequest>(), It.IsAny<IProgress<(int, int)>?>(), It.IsAny<CancellationToken>())).ReturnsAsync((WhatIfRequest request, IProgress<(int, int)>? _, CancellationToken _) =>
        {
            asked = request;
            return new WhatIfResult(
                request.ThroughOn, new WhatIfSums(2, 3, Money.Idr(280_000), Money.Idr(30_800)), new WhatIfSums(2, 3, Money.Idr(250_000), Money.Idr(27_500)), Money.Idr(250_000), 0, new Dictionary<UnusualBill, int> { [UnusualBill.Higher] = 1 },
                [new WhatIfRow(Id, "BA-202611-000001", Id, "Budi Santoso", 2, Money.Idr(180_000), Money.Idr(199_800), Money.Idr(150_000), Money.Idr(120_000), UnusualBill.Higher)]);
        });
        var page = Open<WhatIfPage>();

        page.Find("#what-if-tax").Input("12,5");
        page.Find("#what-if-minimum").Input("Rp 50.000");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Rp 280,000", page.Find("[data-figure=base]").TextContent.Replace('\u00a0', ' ')));
        Assert.Equal((new DateOnly(2026, 12, 22), 1_250, Money.Idr(50_000)), (asked!.ThroughOn, asked.TaxBasisPoints, asked.MinimumCharge));
        Assert.Contains("33,300", page.Find("[data-figure=difference]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Budi Santoso", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        page.Find("#what-if-tax").Input("banyak");
        page.Find("form").Submit();
        Assert.Contains("0 and 10,000,000,000", page.Markup, StringComparison.Ordinal);
        whatIf.Verify(w => w.ComputeAsync(It.IsAny<WhatIfRequest>(), It.IsAny<IProgress<(int, int)>?>(), It.IsAny<CancellationToken>()), Times.Once);
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void All_bills_of_the_list_are_asked_for_as_one_file()
    {
        var missing = MissingTexts.Watch(Services);
        Allow(InvoicePermissions.InvoicesRead);
        var invoices = Stub<IInvoiceDirectory>();
        invoices.Setup(i => i.ListAsync(It.IsAny<InvoiceFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((InvoiceFilter _, PageRequest page, CancellationToken _) =>
            Page<InvoiceRow>.Of([PaperSamples.Plain.Invoice.Row], page, 1));
        invoices.Setup(i => i.TotalsAsync(It.IsAny<InvoiceFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new InvoiceTotals(1, Money.Idr(1), Money.Idr(1), Money.Zero));
        var bundles = Stub<IInvoiceBundles>();
        bundles.Setup(b => b.RequestAsync(It.IsAny<Guid>(), It.IsAny<InvoiceFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        Address.NavigateTo("billing/invoices?status=open&q=siti");

        var page = Open<InvoicesPage>();
        page.WaitForElement("[data-act=bundle]").Click();

        bundles.Verify(b => b.RequestAsync(It.IsAny<Guid>(), It.Is<InvoiceFilter>(f => f.Status == InvoiceStatus.Open), It.Is<PageRequest>(r => r.Search == "siti"), It.IsAny<CancellationToken>()), Times.Once);
        Assert.Contains("/billing/invoice-bundles/", Address.Uri, StringComparison.Ordinal);
        Assert.Equal(["export/invoices.csv", "export/invoices.xlsx", "export/invoices.pdf"], page.FindAll("[data-export] a").Select(link => link.GetAttribute("href")!.Split('?')[0]));
        Assert.Empty(missing.Keys);
    }
}
