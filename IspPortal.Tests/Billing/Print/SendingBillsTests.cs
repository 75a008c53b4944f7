using System.Text.Json;
using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Print;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;
using MessageChannel = IspPortal.Core.Messaging.MessageChannel;
using WishedChannel = IspPortal.Core.Customers.MessageChannel;

namespace IspPortal.Tests.Billing.Print;

/// <summary>Bills on their way to customers, over real databases.</summary>
public sealed class SendingBillsTests
{
    private static readonly DateOnly Through = new(2026, 12, 22);

    private readonly MessageBook _book = new();
    private bool _held;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_bills_of_a_run_go_to_their_customers_once_when_the_settings_say_so(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        scene.Settings = new BillingSettings { SendsBills = true };
        var post = await scene.PlanAsync("HOME-20", 150_000);
        var (budi, _) = await scene.SellAsync("Budi Santoso", post);
        var (siti, _) = await scene.SellAsync("Siti Rahayu", await scene.PlanAsync("KOS-10", 100_000, PlanPayment.Prepaid));
        var (paid, _) = await scene.SellAsync("Rina Lunas", post);
        await CustomerOfAsync(scene, siti, WishedChannel.Email, "siti@rumah.test", "en");

        Assert.Equal(BillingRunState.Done, (await scene.BillAsync(Through)).State);
        await SettleAsync(scene, paid);
        var issued = Assert.Single(await EventsAsync(scene));
        await HandlerOf(scene).HandleAsync(issued, Token);
        // Told late and twice.
        await HandlerOf(scene).HandleAsync(issued, Token);

        var (owed, offered) = (Assert.Single(await scene.BillsOfAsync(budi)), Assert.Single((await scene.BillsOfAsync(siti)), bill => bill.Row.Kind == InvoiceKind.ProForma));
        var toBudi = Assert.Single(_book.Orders, order => order.SubjectId == owed.Row.Id);
        var toSiti = Assert.Single(_book.Orders, order => order.SubjectId == offered.Row.Id);
        Assert.DoesNotContain(_book.Orders, order => order.To[0].Name == "Rina Lunas");
        Assert.Equal(("billing.invoice_issued", "issued", MessageChannel.WhatsApp, "id"), (toBudi.Event, toBudi.Kind, toBudi.To[0].Channel, toBudi.To[0].Language));
        Assert.Equal((owed.Row.Number, "Rp " + owed.Row.Outstanding.Minor.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("id-ID")), "PT Contoh Nusantara Net"), (toBudi.Values["number"], toBudi.Values["amount"], toBudi.Values["company"]));
        Assert.Equal("Transfer bank: BCA 000 123 4567 a.n. PT Contoh Nusantara Net; Transfer bank: Mandiri 000-00-1234567-8 a.n. PT Contoh Nusantara Net", toBudi.Values["pay"]);
        Assert.Equal(("billing.pro_forma_issued", MessageChannel.Email, "en"), (toSiti.Event, toSiti.To[0].Channel, toSiti.To[0].Language));
        Assert.EndsWith("QRIS: scan the code on the attached bill", toSiti.Values["pay"], StringComparison.Ordinal);
        Assert.Equal([new MessageAttachment("invoice-pdf", offered.Row.Id, offered.Row.Number!.ToLowerInvariant() + ".pdf")], toSiti.Attachments);
        Assert.All(toBudi.Values.Values.Concat(toSiti.Values.Values), Assert.NotEmpty);
    }

    [Fact]
    public async Task Nothing_goes_by_itself_unless_the_settings_say_so_nor_while_the_portal_observes()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await scene.BillAsync(new(2026, 12, 1));
        Assert.Empty(await EventsAsync(scene));

        scene.Settings = new BillingSettings { SendsBills = true };
        await scene.BillAsync(new(2027, 1, 1));
        _held = true;
        await HandlerOf(scene).HandleAsync(Assert.Single(await EventsAsync(scene)), Token);
        Assert.Empty(_book.Orders);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_person_sends_a_bill_and_again_only_when_it_is_said(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (account, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await scene.BillAsync(Through);
        var bill = Assert.Single(await scene.BillsOfAsync(account)).Row;

        Assert.Equal("identity.forbidden", (await SendingOf(scene, InvoicePermissions.InvoicesRead).SendAsync(bill.Id, false, Token)).Error!.Code);
        Assert.Equal("billing.invoice_not_found", (await SendingOf(scene).SendAsync(Guid.CreateVersion7(), false, Token)).Error!.Code);
        _held = true;
        Assert.Equal("billing.observed", (await SendingOf(scene).SendAsync(bill.Id, false, Token)).Error!.Code);
        _held = false;
        Assert.Null((await SendingOf(scene).SendAsync(bill.Id, false, Token)).Error);
        Assert.Equal("billing.already_sent", (await SendingOf(scene).SendAsync(bill.Id, false, Token)).Error!.Code);
        Assert.Null((await SendingOf(scene).SendAsync(bill.Id, true, Token)).Error);
        Assert.Equal(["issued", "issued-2"], _book.Orders.Select(order => order.Kind));

        // What is paid goes as a copy that asks for nothing.
        await SettleAsync(scene, account);
        Assert.Null((await SendingOf(scene).SendAsync(bill.Id, true, Token)).Error);
        Assert.Equal(("billing.invoice_copy", "issued-3"), (_book.Orders[^1].Event, _book.Orders[^1].Kind));

        await CustomerOfAsync(scene, account, WishedChannel.None, null, "id");
        Assert.Equal("billing.nobody_to_send_to", (await SendingOf(scene).SendAsync(bill.Id, true, Token)).Error!.Code);
        await using var context = scene.Database.Open();
        await context.Set<Invoice>().ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvoiceState.Lapsed), Token);
        Assert.Equal("billing.not_issued", (await SendingOf(scene).SendAsync(bill.Id, true, Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Before_a_run_is_approved_it_says_how_many_messages_go_which_way_and_until_when(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        scene.Settings = new BillingSettings { SendsBills = true };
        var plan = await scene.PlanAsync("HOME-20", 150_000);
        await scene.SellAsync("Budi Santoso", plan);
        await scene.SellAsync("Rina Wulandari", plan);
        await CustomerOfAsync(scene, (await scene.SellAsync("Siti Rahayu", plan)).Account, WishedChannel.Telegram, "siti@rumah.test", "en");
        await CustomerOfAsync(scene, (await scene.SellAsync("Tono Diam", plan)).Account, WishedChannel.Email, null, "id");
        await using (var context = scene.Database.Open())
        {
            var sender = Guid.CreateVersion7();
            context.Add(new MessageSender { Id = sender, Name = "CS 1", Channel = MessageChannel.WhatsApp, Type = MessageSenderType.Fonnte, PerHour = 2 });
            context.Add(new MessageSenderPace { SenderId = sender, NextFreeAtUtc = scene.Lines.Clock.NowUtc, CountedOn = scene.Lines.Today });
            await context.SaveChangesAsync(Token);
        }

        var run = await scene.PrepareAsync(Through);
        Assert.Equal(4, run.Accounts);
        Assert.Equal("identity.forbidden", (await MessagesOf(scene, InvoicePermissions.InvoicesRead).OfBillingRunAsync(run.Id, Token)).Error!.Code);
        Assert.Equal("billing.run_not_found", (await MessagesOf(scene).OfBillingRunAsync(Guid.CreateVersion7(), Token)).Error!.Code);
        var shares = (await MessagesOf(scene).OfBillingRunAsync(run.Id, Token)).Value;
        Assert.Equal([(MessageChannel.WhatsApp, 2, true), (MessageChannel.Email, 1, false), (null, 1, false)], shares.Select(s => ((MessageChannel?)s.Channel, s.Count, s.HasSender)));
        // Two an hour: the second is out half an hour after the first.
        Assert.Equal((2, 0, scene.Lines.Clock.NowUtc.AddMinutes(30)), (shares[0].PerHour, shares[0].Ahead, shares[0].DoneAtUtc));
        Assert.All(shares.Skip(1), s => Assert.Null(s.DoneAtUtc));

        // Nothing goes: said by the settings, because the portal observes, or because it went.
        scene.Settings = new BillingSettings();
        Assert.Empty((await MessagesOf(scene).OfBillingRunAsync(run.Id, Token)).Value);
        scene.Settings = new BillingSettings { SendsBills = true };
        _held = true;
        Assert.Empty((await MessagesOf(scene).OfBillingRunAsync(run.Id, Token)).Value);
        _held = false;
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, "Sudah diperiksa", Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.Empty((await MessagesOf(scene).OfBillingRunAsync(run.Id, Token)).Value);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_paid_before_its_message_went_is_not_asked_for_any_more(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var post = await scene.PlanAsync("HOME-20", 150_000);
        var (owes, _) = await scene.SellAsync("Budi Santoso", post);
        var (pays, _) = await scene.SellAsync("Rina Lunas", post);
        var (offered, _) = await scene.SellAsync("Siti Rahayu", await scene.PlanAsync("KOS-10", 100_000, PlanPayment.Prepaid));
        await scene.BillAsync(Through);
        Guid BillOf(IReadOnlyList<InvoiceDetails> bills) => bills.Single().Row.Id;
        var (open, paid, offer) = (BillOf(await scene.BillsOfAsync(owes)), BillOf(await scene.BillsOfAsync(pays)), (await scene.BillsOfAsync(offered)).First(b => b.Row.Kind == InvoiceKind.ProForma).Row.Id);
        await using (var context = scene.Database.Open())
        {
            context.AddRange(WaitingOf(open, InvoiceMessages.Issued, "issued"), WaitingOf(paid, InvoiceMessages.Issued, "issued"), WaitingOf(paid, InvoiceMessages.Copy, "issued-2"), WaitingOf(offer, InvoiceMessages.Offered, "issued"));
            await context.SaveChangesAsync(Token);
        }

        var withdrawing = new PaidBills(scene.Database.Source, _book);
        Assert.Equal(0, await withdrawing.WithdrawAsync(Token));
        await SettleAsync(scene, pays);
        await using (var context = scene.Database.Open())
        {
            await context.Set<Invoice>().Where(i => i.Id == offer).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvoiceState.Lapsed), Token);
        }

        Assert.Equal(2, await withdrawing.WithdrawAsync(Token));
        Assert.Equal(new[] { (paid, "issued"), (offer, "issued") }.Order(), _book.Dropped.SelectMany(d => d.Kinds!.Select(kind => (d.SubjectId, kind))).Order());
    }

    [Fact]
    public void Every_text_says_its_fields_in_both_languages()
    {
        foreach (var definition in new[] { InvoiceMessages.Issued, InvoiceMessages.Offered, InvoiceMessages.Copy })
        {
            foreach (var culture in new[] { "en", "id" }.Select(System.Globalization.CultureInfo.GetCultureInfo))
            {
                var texts = new[] { "Subject", "Body", "Short" }.Select(part => definition.Texts.GetString($"{definition.Key}.{part}", culture)!).ToList();
                Assert.All(texts, Assert.NotEmpty);
                Assert.All(["{number}", "{amount}", "{period}"], field => Assert.Contains(field, texts[1], StringComparison.Ordinal));
                Assert.Equal(definition != InvoiceMessages.Copy, texts[1].Contains("{pay}", StringComparison.Ordinal));
            }
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_bill_is_put_on_its_letterhead_and_a_person_is_not_named_by_its_identity_number(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (account, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await scene.BillAsync(Through);
        var bill = Assert.Single(await scene.BillsOfAsync(account)).Row;
        await using (var context = scene.Database.Open())
        {
            var customer = await context.Set<Customer>().SingleAsync(Token);
            customer.TaxId = "3275010101800001";
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal("identity.forbidden", (await PapersOf(scene, InvoicePermissions.InvoicesSend).GetAsync(bill.Id, Token)).Error!.Code);
        Assert.Equal("billing.invoice_not_found", (await PapersOf(scene, InvoicePermissions.InvoicesRead).GetAsync(Guid.CreateVersion7(), Token)).Error!.Code);
        var paper = (await PapersOf(scene, InvoicePermissions.InvoicesRead).GetAsync(bill.Id, Token)).Value;
        Assert.Equal((null, "id", bill.Outstanding), (paper.BuyerTaxNumber, paper.Language, paper.ToPay));
        Assert.Equal(bill.Outstanding.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture), Qris.Parse(paper.QrisPayload)!.Amount);

        await using (var context = scene.Database.Open())
        {
            await context.Set<Customer>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Kind, CustomerKind.Enterprise), Token);
        }

        Assert.Equal("3275010101800001", (await PapersOf(scene, InvoicePermissions.InvoicesRead).GetAsync(bill.Id, Token)).Value.BuyerTaxNumber);
    }

    private static Message WaitingOf(Guid bill, MessageEventDefinition definition, string kind) => new()
    {
        Id = Guid.CreateVersion7(), Event = definition.Key, SubjectId = bill, Kind = kind, Channel = MessageChannel.WhatsApp, Address = "+628120000001", Language = "id", Rank = (int)definition.Priority, KeepsQuiet = true,
        Values = "{}", QueuedAtUtc = DateTime.UnixEpoch, NextAttemptAtUtc = DateTime.UnixEpoch, State = MessageState.Waiting,
    };

    private SendIssuedBills HandlerOf(BillingScene scene) => new(scene.Database.Source, Notices());

    private IInvoiceSending SendingOf(BillingScene scene, params string[] permissions) =>
        new InvoiceSending(scene.Database.Factory, new TestActor(permissions.Length == 0 ? [InvoicePermissions.InvoicesSend] : permissions), Notices());

    private IRunMessages MessagesOf(BillingScene scene, params string[] permissions)
    {
        var day = new SubscriptionScene.Day(scene.Lines.Clock);
        var picker = new MessagePicker(new SettingsOf<MessagingSettings>(() => new MessagingSettings { QuietFromHour = 0, QuietToHour = 0 }), new SettingsOf<CompanySettings>(() => new()), scene.Lines.Clock);
        return new RunMessages(
            scene.Database.Factory, new TestActor(permissions.Length == 0 ? [BillingPermissions.BillingRead] : permissions), new SettingsOf<BillingSettings>(() => scene.Settings), Notices(),
            new SendingOutlooks(scene.Database.Factory, new SenderSlots(scene.Database.Source, day, scene.Lines.Clock), picker, scene.Lines.Clock));
    }

    private static IInvoicePapers PapersOf(BillingScene scene, params string[] permissions) => new InvoicePapers(
        scene.Database.Factory, new TestActor(permissions),
        new InvoicePaperMaker(new SettingsOf<CompanySettings>(() => new()), new SettingsOf<LetterheadSettings>(() => PaperSamples.Letterhead), Mock.Of<ICompanyLogo>(), new SubscriptionScene.Day(scene.Lines.Clock)));

    private InvoiceNotices Notices() => new(_book, [new Holding(() => _held)], new SettingsOf<CompanySettings>(() => new()), new SettingsOf<LetterheadSettings>(() => PaperSamples.Letterhead));

    private static async Task<IReadOnlyList<BillsIssued>> EventsAsync(BillingScene scene)
    {
        await using var context = scene.Database.Open();
        var stored = await context.Set<OutboxEvent>().Where(e => e.Name == BillsIssued.EventName).Select(e => e.Payload).ToListAsync(Token);
        return [.. stored.Select(payload => JsonSerializer.Deserialize<BillsIssued>(payload, EventCatalog.Json)!)];
    }

    private static async Task SettleAsync(BillingScene scene, Guid account)
    {
        await using var context = scene.Database.Open();
        await context.Set<Invoice>().Where(i => i.BillingAccountId == account).ExecuteUpdateAsync(set => set.SetProperty(i => i.SettledMinor, i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor), Token);
    }

    private static async Task CustomerOfAsync(BillingScene scene, Guid account, WishedChannel channel, string? email, string language)
    {
        await using var context = scene.Database.Open();
        await context.Set<Customer>().Where(c => c.Accounts.Any(a => a.Id == account))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Channel, channel).SetProperty(c => c.Email, email).SetProperty(c => c.Language, language), Token);
    }

    private sealed class Holding(Func<bool> holds) : IMessageHold
    {
        public ValueTask<bool> HoldsAsync(CancellationToken cancellationToken) => new(holds());
    }
}
