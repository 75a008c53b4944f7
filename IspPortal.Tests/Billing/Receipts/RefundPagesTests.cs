using Bunit;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Billing.Pages;
using IspPortal.Web.Features.Billing.Parts;
using Moq;

namespace IspPortal.Tests.Billing.Receipts;

public sealed class RefundPagesTests : PageScene
{
    private static readonly Guid Id = new("019b0000-0000-7000-8000-0000000000f1");
    private static readonly Guid Account = new("019b0000-0000-7000-8000-0000000000b1");

    private static readonly RefundRow Row = new(
        Id, "RF-202611-000001", Account, "BA-202611-000001", "Budi Santoso", Money.Idr(40_000), PaymentMethod.BankTransfer, "BCA", new(2026, 11, 22), new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc), "Ayu", "Pindah rumah", null, Money.Idr(60_000));

    private readonly Mock<IRefunds> _refunds;

    public RefundPagesTests()
    {
        Allow(ReceiptPermissions.ReceiptsRead, ReceiptPermissions.ReceiptsRefund);
        _refunds = Stub<IRefunds>();
        _refunds.Setup(r => r.PlacesAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new ReceiptPlaces(["Loket 1"], ["BCA", "Mandiri"]));
    }

    [Fact]
    public void The_whole_credit_is_offered_and_what_was_typed_is_paid_under_one_key()
    {
        var missing = MissingTexts.Watch(Services);
        _refunds.Setup(r => r.GetCreditAsync(Account, It.IsAny<CancellationToken>())).ReturnsAsync(Money.Idr(100_000));
        var asked = new List<RefundRequest>();
        _refunds.Setup(r => r.PayAsync(It.IsAny<RefundRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((RefundRequest request, CancellationToken _) =>
        {
            asked.Add(request);
            return asked.Count == 1 ? ReceiptErrors.RefundTooMuch(Money.Idr(100_000)) : Row;
        });
        Guid? paid = null;
        var dialog = Open<RefundDialog>(p => p.Add(d => d.BillingAccountId, Account).Add(d => d.Paid, id => paid = id));

        Assert.Equal("100000", dialog.Find("#refund-amount").GetAttribute("value"));
        dialog.Find("#refund-amount").Input("40.000");
        dialog.Find("#refund-method").Change(nameof(PaymentMethod.BankTransfer));
        dialog.Find("#refund-place").Change("Mandiri");
        dialog.Find("#refund-reason").Input("Pindah rumah");
        dialog.Find("form").Submit();
        Assert.Contains("receipts.refund_too_much", dialog.Markup, StringComparison.Ordinal);
        dialog.Find("form").Submit();

        Assert.Equal(Id, paid);
        Assert.Equal((Account, Money.Idr(40_000), PaymentMethod.BankTransfer, "Mandiri", "Pindah rumah"), (asked[1].BillingAccountId, asked[1].Amount, asked[1].Method, asked[1].Place, asked[1].Reason));
        Assert.Equal(asked[0].Key, asked[1].Key);
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Without_credit_there_is_no_form()
    {
        var missing = MissingTexts.Watch(Services);
        _refunds.Setup(r => r.GetCreditAsync(Account, It.IsAny<CancellationToken>())).ReturnsAsync(Money.Zero);
        Assert.Empty(Open<RefundDialog>(p => p.Add(d => d.BillingAccountId, Account).Add(d => d.Paid, _ => { })).FindAll("form"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_refund_says_who_got_what_and_prints_its_slip()
    {
        var missing = MissingTexts.Watch(Services);
        _refunds.Setup(r => r.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(Row);
        var page = Open<RefundPage>(p => p.Add(r => r.RefundId, Id));
        Assert.All(["Rp 40,000", "BCA", "Pindah rumah", "Rp 60,000"], part => Assert.Contains(part, page.Find("[data-refund]").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal));
        Assert.Equal($"export/refunds/{Id}/slip", page.Find("[data-act=slip]").GetAttribute("href"));
        Assert.Empty(missing.Keys);
    }
}
