using Bunit;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Billing.Pages;
using IspPortal.Web.Features.Billing.Parts;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Billing.Opening;

public sealed class OpeningPagesTests : PageScene
{
    private static readonly Guid Import = new("019b0000-0000-7000-8000-0000000000f1");

    private readonly Mock<IOpeningDirectory> _imports;
    private readonly Mock<IOpeningDesk> _desk;

    public OpeningPagesTests()
    {
        Allow(OpeningPermissions.OpeningBook);
        Services.AddScoped<OpeningWording>();
        _imports = Stub<IOpeningDirectory>();
        _desk = Stub<IOpeningDesk>();
        _imports.Setup(i => i.ItemsAsync(Import, It.IsAny<OpeningItemFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid _, OpeningItemFilter _, PageRequest page, CancellationToken _) =>
            Page<OpeningItemRow>.Of(
                [
                    new(2, OpeningKind.Invoice, OpeningVerdict.Ready, [], "A1", OpeningSample.Budi, "BA-1", "Budi Santoso", "LAMA/1", null, OpeningSample.Day("2026-10-01"), OpeningSample.Day("2026-10-10"), Money.Idr(166_500), OpeningSample.Day("2026-10-31"), null, null),
                    new(3, OpeningKind.Credit, OpeningVerdict.Wrong, [new FieldError("customer", OpeningErrors.UnknownCustomer)], "A9", null, null, null, null, null, null, null, Money.Idr(1_000), null, null, null),
                ],
                page,
                2));
    }

    [Fact]
    public void A_dry_run_shows_rows_problems_and_a_journal_without_difference()
    {
        var missing = MissingTexts.Watch(Services);
        Told(OpeningState.Checked, 1);
        var page = Open<OpeningImportPage>(p => p.Add(o => o.ImportId, Import));
        page.WaitForAssertion(() => Assert.Contains("Customer code: No customer has this code or number.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Budi Santoso", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Rp 0", page.Find("[data-figure=difference]").TextContent);
        Assert.Contains("Rp 166,500", page.Find("[data-opening-journal]").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-act=book]"));
        Assert.All(missing.Keys, key => Assert.EndsWith(".do", key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OpeningState.Booked)]
    [InlineData(OpeningState.Undone)]
    [InlineData(OpeningState.Discarded)]
    public void What_is_over_offers_no_booking(OpeningState state)
    {
        var missing = MissingTexts.Watch(Services);
        Told(state, 1);
        var page = Open<OpeningImportPage>(p => p.Add(o => o.ImportId, Import));
        Assert.Equal(state.ToString(), page.Find("[data-opening-state]").GetAttribute("data-opening-state"));
        Assert.Empty(page.FindAll("[data-act=book]"));
        Assert.All(missing.Keys, key => Assert.EndsWith(".do", key, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_ready_offers_no_booking()
    {
        Told(OpeningState.Checked, 0);
        Assert.Empty(Open<OpeningImportPage>(p => p.Add(o => o.ImportId, Import)).FindAll("[data-act=book]"));
    }

    [Fact]
    public void The_list_says_what_is_never_done_again_and_takes_a_file()
    {
        var missing = MissingTexts.Watch(Services);
        Stub<IBusinessClock>().Setup(b => b.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(OpeningSample.Day("2026-11-01"));
        _imports.Setup(i => i.ListAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((PageRequest page, CancellationToken _) => Page<OpeningImportRow>.Of([Row(OpeningState.Booked, 5)], page, 1));
        var page = Open<OpeningImportsPage>();
        Assert.Contains("never billed, taxed or dunned again", page.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("saldo.csv", page.Markup, StringComparison.Ordinal));
        Assert.Equal("2026-11-01", page.Find("#opening-cutover").GetAttribute("value"));
        Assert.True(page.Find("[data-act=upload]").HasAttribute("disabled"));
        Assert.All(missing.Keys, key => Assert.EndsWith(".do", key, StringComparison.Ordinal));
    }

    private void Told(OpeningState state, int ready) => _imports.Setup(i => i.GetAsync(Import, It.IsAny<CancellationToken>())).ReturnsAsync(new OpeningImportDetails(
        Row(state, ready),
        [new(OpeningKind.Invoice, 1, Money.Idr(166_500)), new(OpeningKind.PaidUntil, 1, default)],
        [new(LedgerAccount.Receivable, Money.Idr(166_500)), new(LedgerAccount.Opening, Money.Idr(-166_500))]));

    private static OpeningImportRow Row(OpeningState state, int ready)
    {
        var at = new DateTime(2026, 11, 1, 2, 0, 0, DateTimeKind.Utc);
        return new(Import, "saldo.csv", state, OpeningSample.Day("2026-11-01"), 2, ready, 0, 1, "Rina", at, at, "Rina", at, "Rina", at, "Salah berkas", 3);
    }
}
