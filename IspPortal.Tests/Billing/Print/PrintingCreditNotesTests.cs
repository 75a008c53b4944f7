using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Print;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Documents;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;
using WishedChannel = IspPortal.Core.Customers.MessageChannel;

namespace IspPortal.Tests.Billing.Print;

/// <summary>Credit notes on paper and on their way to customers.</summary>
public sealed class PrintingCreditNotesTests
{
    private readonly MessageBook _book = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Credit note", "On invoice", "INV-202611-000001", "Reason", "Salah tarif", "Credited", "82,258", "50,000", "Without tax", "PPN 12 %", "Rp 55,500", "Fifty-five thousand five hundred rupiah", "Credit on your account", "Page 1 of 1")]
    [InlineData("id", "Nota kredit", "Atas faktur", "INV-202611-000001", "Alasan", "Salah tarif", "Dikreditkan", "82.258", "50.000", "Sebelum pajak", "PPN 12 %", "Rp 55.500", "Lima puluh lima ribu lima ratus rupiah", "Menjadi saldo akun Anda", "Halaman 1 dari 1")]
    public async Task A_credit_note_names_the_invoice_its_lines_its_tax_and_why(params string[] words)
    {
        var pdf = await PaperPress.PrintAsync(Sample(), words[0]);

        var text = PdfText.Dense(PdfText.Of(pdf));
        Assert.All([.. words[1..], "CN-202612-000003", "PT Contoh Nusantara Net", "Home 20", "SUB-202611-000042", "Siti \"Ami\" <b>Rahayu</b> & Söhne", "BA-202611-000001"], part => Assert.Contains(PdfText.Dense(part), text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("QRIS", text, StringComparison.Ordinal);
        Assert.Equal(1, PdfText.PagesOf(pdf));
        await Rendered.AssertInkAsync(pdf);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task It_is_put_on_its_letterhead_and_sent_once_unless_it_is_said_again(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (account, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var bill = Assert.Single(await scene.BillsOfAsync(account));
        var note = (await scene.Corrections().CreditAsync(new CreditInvoiceRequest($"{Guid.CreateVersion7()}", bill.Row.Id, bill.Version, "Salah tagih"), Token)).Value;

        Assert.Equal("identity.forbidden", (await PapersOf(scene, InvoicePermissions.InvoicesSend).GetAsync(note.Row.Id, Token)).Error!.Code);
        Assert.Equal("corrections.credit_note_not_found", (await PapersOf(scene, InvoicePermissions.InvoicesRead).GetAsync(Guid.CreateVersion7(), Token)).Error!.Code);
        var paper = (await PapersOf(scene, InvoicePermissions.InvoicesRead).GetAsync(note.Row.Id, Token)).Value;
        Assert.Equal((bill.Row.Number, bill.Row.Total, "id"), (paper.On.Invoice.Row.Number, paper.Note.Row.Total, paper.Language));
        Assert.Equal(note.Row.Number.ToLowerInvariant(), paper.FileName);

        Assert.Equal("identity.forbidden", (await SendingOf(scene, InvoicePermissions.InvoicesRead).SendAsync(note.Row.Id, false, Token)).Error!.Code);
        Assert.Equal("corrections.credit_note_not_found", (await SendingOf(scene).SendAsync(Guid.CreateVersion7(), false, Token)).Error!.Code);
        Assert.Null((await SendingOf(scene).SendAsync(note.Row.Id, false, Token)).Error);
        Assert.Equal("billing.already_sent", (await SendingOf(scene).SendAsync(note.Row.Id, false, Token)).Error!.Code);
        Assert.Null((await SendingOf(scene).SendAsync(note.Row.Id, true, Token)).Error);
        Assert.Equal(["issued", "issued-2"], _book.Orders.Select(order => order.Kind));
        var order = _book.Orders[0];
        Assert.Equal(("billing.credit_note_issued", note.Row.Number, bill.Row.Number, "Salah tagih"), (order.Event, order.Values["number"], order.Values["invoice"], order.Values["reason"]));
        Assert.Equal([new MessageAttachment("credit-note-pdf", note.Row.Id, note.Row.Number.ToLowerInvariant() + ".pdf")], order.Attachments);

        await using var context = scene.Database.Open();
        await context.Set<Customer>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Channel, WishedChannel.None), Token);
        Assert.Equal("billing.nobody_to_send_to", (await SendingOf(scene).SendAsync(note.Row.Id, true, Token)).Error!.Code);
    }

    internal static CreditNotePaper Sample() => new()
    {
        On = PaperSamples.Plain,
        Note = new CreditNoteDetails(
            new CreditNoteRow(
                PaperSamples.Id, "CN-202612-000003", PaperSamples.Id, "INV-202611-000001", PaperSamples.Account, PaperSamples.Account, PaperSamples.Plain.Invoice.Row.BuyerName, new(2026, 12, 9), "Salah tarif", Money.Idr(50_000),
                Money.Idr(5_500), Money.Idr(55_500), Money.Idr(10_000), "Ayu"),
            Money.Zero,
            [new CreditNoteLineRow(1, "Home 20", "SUB-202611-000042", Money.Idr(50_000))]),
    };

    private static CreditNotePaperMaker Maker(BillingScene scene) => new(
        new InvoicePaperMaker(new SettingsOf<CompanySettings>(() => new()), new SettingsOf<LetterheadSettings>(() => PaperSamples.Letterhead), Mock.Of<ICompanyLogo>(), new SubscriptionScene.Day(scene.Lines.Clock)));

    private static ICreditNotePapers PapersOf(BillingScene scene, params string[] permissions) => new CreditNotePapers(scene.Database.Factory, new TestActor(permissions), Maker(scene));

    private ICreditNoteSending SendingOf(BillingScene scene, params string[] permissions) => new CreditNoteSending(
        scene.Database.Factory, new TestActor(permissions.Length == 0 ? [InvoicePermissions.InvoicesSend] : permissions),
        new InvoiceNotices(_book, [], new SettingsOf<CompanySettings>(() => new()), new SettingsOf<LetterheadSettings>(() => PaperSamples.Letterhead)), _book, new SettingsOf<CompanySettings>(() => new()),
        new SettingsOf<LetterheadSettings>(() => PaperSamples.Letterhead));
}
