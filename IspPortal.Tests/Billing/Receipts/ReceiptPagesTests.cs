using Bunit;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Tests.Pages;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Features.Billing.Pages;
using IspPortal.Web.Features.Billing.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Billing.Receipts;

/// <summary>The pages of payments, receipts and credit notes.</summary>
public sealed class ReceiptPagesTests : PageScene
{
    private static readonly Guid Account = new("019b0000-0000-7000-8000-0000000000b1");
    private static readonly Guid Bill = new("019b0000-0000-7000-8000-0000000000c1");
    private static readonly Guid Receipt = new("019b0000-0000-7000-8000-0000000000d1");
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    private readonly Mock<IReceiptBook> _book;
    private readonly Mock<IReceiptDirectory> _receipts;
    private readonly List<BookReceiptRequest> _booked = [];

    public ReceiptPagesTests()
    {
        Allow(ReceiptPermissions.ReceiptsRead, ReceiptPermissions.ReceiptsBook, ReceiptPermissions.ReceiptsVoid, InvoicePermissions.InvoicesRead);
        _book = Stub<IReceiptBook>();
        _receipts = Stub<IReceiptDirectory>();
        _ = Stub<IBillingAccounts>();
        _book.Setup(b => b.PlacesAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new ReceiptPlaces(["Loket 1", "Loket 2"], ["BCA"]));
        _book.Setup(b => b.PayablesAsync(Account, It.IsAny<CancellationToken>())).ReturnsAsync(new AccountPayables(
            Account, "BA-202611-000001", "Rumah", Account, "Budi Santoso", Money.Idr(5_000), [Row(Bill, "INV-202611-000001", 222_000), Row(Receipt, "INV-202612-000001", 100_000)], null));
        _book.Setup(b => b.PreviewAsync(It.IsAny<ReceiptPayer>(), It.IsAny<CancellationToken>())).ReturnsAsync((ReceiptPayer payer, CancellationToken _) =>
            new ReceiptPlan([new PaidBill(Bill, "INV-202611-000001", payer.Amount, Money.Zero, Money.Idr(222_000) - payer.Amount)], Money.Zero, [], false, Money.Idr(5_000)));
        _book.Setup(b => b.BookAsync(It.IsAny<BookReceiptRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((BookReceiptRequest request, CancellationToken _) =>
        {
            _booked.Add(request);
            return Details(ReceiptState.Booked);
        });
    }

    [Fact]
    public void A_payment_is_looked_at_before_it_is_recorded_once()
    {
        var missing = MissingTexts.Watch(Services);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"billing/payments/new?account={Account}");
        var page = Open<RecordPaymentPage>();
        page.WaitForAssertion(() => Assert.Equal("317000", page.Find("#payment-amount").GetAttribute("value")));

        page.Find("#payment-amount").Input("zwei");
        Assert.Contains("Whole rupiah", page.Find("#payment-amount-error").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[data-act=book]").HasAttribute("disabled"));
        page.Find("#payment-amount").Input("Rp 200.000");
        page.WaitForAssertion(() => Assert.Contains("Rp 200,000", page.Find("[data-plan-bill]").TextContent, StringComparison.Ordinal));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Single(_booked));
        var request = _booked[0];
        Assert.Equal((200_000L, PaymentMethod.Cash, "Loket 1"), (request.Payers[0].Amount.Minor, request.Money[0].Method, request.Money[0].Place));
        Assert.Null(request.Payers[0].Chosen);
        Assert.EndsWith($"billing/receipts/{Receipt}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        // A field says what is wrong, not what to do.
        Assert.DoesNotContain(missing.Keys, key => !key.EndsWith(".do", StringComparison.Ordinal));
    }

    [Fact]
    public void Bills_can_be_chosen_and_money_be_transferred()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"billing/payments/new?account={Account}");
        var page = Open<RecordPaymentPage>();
        page.WaitForAssertion(() => page.Find("#payment-choose"));
        page.Find("#payment-choose").Change(true);
        page.Find("[data-bill='INV-202612-000001'] input").Input("100.000");
        page.Find("#payment-method").Change(nameof(PaymentMethod.BankTransfer));
        page.Find("#payment-amount").Input("100000");
        page.WaitForAssertion(() => Assert.False(page.Find("[data-act=book]").HasAttribute("disabled")));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Single(_booked));
        Assert.Equal("BCA", _booked[0].Money[0].Place);
        Assert.Equal([(Receipt, 100_000L)], _booked[0].Payers[0].Chosen!.Select(choice => (choice.Key, choice.Value.Minor)));
    }

    [Theory]
    [InlineData(ReceiptState.Booked, 1)]
    [InlineData(ReceiptState.Voided, 0)]
    public void A_receipt_says_what_it_was_for_and_can_be_taken_back_once(ReceiptState state, int buttons)
    {
        var missing = MissingTexts.Watch(Services);
        _receipts.Setup(r => r.GetAsync(Receipt, It.IsAny<CancellationToken>())).ReturnsAsync(Details(state));
        var page = Open<ReceiptPage>(p => p.Add(r => r.ReceiptId, Receipt));
        Assert.Equal(buttons, page.FindAll("[data-act=void]").Count);
        Assert.Contains("INV-202611-000001", page.Find("[data-receipt] tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal(state == ReceiptState.Voided, page.FindAll("[data-voided]").Count == 1);
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Lists_show_receipts_and_credit_notes()
    {
        var missing = MissingTexts.Watch(Services);
        _receipts.Setup(r => r.ListAsync(It.IsAny<ReceiptFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((ReceiptFilter _, PageRequest page, CancellationToken _) =>
            Page<ReceiptRow>.Of([Details(ReceiptState.Booked).Row], page, 1));
        var notes = Stub<ICreditNoteDirectory>();
        notes.Setup(n => n.ListAsync(It.IsAny<CreditNoteFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((CreditNoteFilter _, PageRequest page, CancellationToken _) => Page<CreditNoteRow>.Of(
            [new CreditNoteRow(Receipt, "CN-202611-000001", Bill, "INV-202611-000001", Account, Account, "Budi Santoso", Day, "Salah tagih", Money.Idr(50_000), Money.Idr(5_500), Money.Idr(55_500), Money.Zero, "Ani")], page, 1));
        var receipts = Open<ReceiptsPage>();
        receipts.WaitForAssertion(() => Assert.Contains("KW-202611-000001", receipts.Find("tbody").TextContent, StringComparison.Ordinal));
        var list = Open<CreditNotesPage>();
        list.WaitForAssertion(() => Assert.Contains("Rp 55,500", list.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Empty(missing.Keys);
    }

    [Theory]
    [InlineData("150000", 150_000L)]
    [InlineData("Rp 150.000", 150_000L)]
    [InlineData("1,250,000", 1_250_000L)]
    [InlineData("", null)]
    [InlineData("-5", null)]
    [InlineData("12a", null)]
    [InlineData("1234567890123", null)]
    public void Rupiah_are_read_as_people_type_them(string text, long? rupiah) => Assert.Equal(rupiah, BillingWords.RupiahOf(text)?.Minor);

    private static InvoiceRow Row(Guid id, string number, long open) => new(
        id, number, InvoiceKind.Invoice, InvoiceStatus.Open, true, Account, "BA-202611-000001", Account, "Budi Santoso", Day, Day, null, null, Money.Idr(open), Money.Idr(open), Money.Idr(open));

    private static ReceiptDetails Details(ReceiptState state) => new(
        new ReceiptRow(Receipt, "KW-202611-000001", state, Now, Now, "Budi Santoso", Account, "BA-202611-000001", [PaymentMethod.Cash], Money.Idr(222_000), "TRX-1", "Ani"),
        [new MoneyPart(PaymentMethod.Cash, "Loket 1", Money.Idr(222_000))],
        [new ReceiptPartRow(Account, "BA-202611-000001", Account, "Budi Santoso", Bill, "INV-202611-000001", Money.Idr(221_000), Money.Idr(1_000)), new ReceiptPartRow(Account, "BA-202611-000001", Account, "Budi Santoso", null, null, Money.Idr(1_000), Money.Zero)],
        null,
        state == ReceiptState.Voided ? Now : null,
        state == ReceiptState.Voided ? "Ani" : null,
        state == ReceiptState.Voided ? "Salah pelanggan" : null,
        3);
}
