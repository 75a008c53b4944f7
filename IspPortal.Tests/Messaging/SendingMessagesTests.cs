using IspPortal.Core.Common.Results;
using IspPortal.Core.Lab;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Messaging;

public sealed class SendingMessagesTests
{
    private const string Phone = "+6281234567890";
    private static readonly Guid Customer = new("01890a5d-ac96-774b-bcce-0000000000bb");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Receipts_go_before_outages_before_reminders_at_the_senders_pace(string provider)
    {
        await using var rig = await MessagingRig.StartAsync(provider);
        await rig.AddSenderAsync(MessageSenderType.Fonnte, perHour: 60);
        await rig.QueueAsync(MessagingRig.Offer, MessageChannel.WhatsApp, Phone, number: "4");
        await rig.QueueAsync(MessagingRig.Reminder, MessageChannel.WhatsApp, Phone, number: "3");
        await rig.QueueAsync(MessagingRig.Outage, MessageChannel.WhatsApp, Phone, number: "2");
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, Phone, number: "1");

        // One a minute, and never two.
        Assert.Equal(1, await rig.SendAsync());
        Assert.Equal(0, await rig.SendAsync());
        await rig.PassAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(20));
        Assert.Equal(["1", "2", "3", "4"], rig.Room.Letters.Select(letter => letter.Text.First(char.IsAsciiDigit).ToString()));
        Assert.Equal([0, 1, 2, 3], rig.Room.Letters.Select(letter => (int)(letter.AtUtc - rig.Room.Letters[0].AtUtc).TotalMinutes));
        Assert.All(await rig.MessagesAsync(), message => Assert.Equal((MessageState.Sent, (string?)null), (message.State, message.Values)));
    }

    [Fact]
    public async Task Twelve_thousand_reminders_delay_no_receipt_by_more_than_one_turn()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AddSenderAsync(MessageSenderType.Fonnte, perHour: 200);
        await Backlog.QueueAsync(rig.Database.Source, rig.Clock, MessagingRig.Reminder.Key, Environment.GetEnvironmentVariable("ISPPORTAL_FULL") == "1" ? 12_000 : 1_500);
        await rig.SendAsync();
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, "+6281111111111", number: "777");
        var queued = rig.Clock.NowUtc;
        await rig.PassAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(1));
        var receipt = Assert.Single(rig.Room.Letters, letter => letter.Text.Contains("777", StringComparison.Ordinal));
        Assert.InRange(receipt.AtUtc - queued, TimeSpan.Zero, TimeSpan.FromSeconds(18));
    }

    [Fact]
    public async Task Lines_of_one_phone_share_a_text()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AddSenderAsync(MessageSenderType.Fonnte);
        foreach (var number in new[] { "INV-1", "INV-2", "INV-3" })
        {
            await rig.QueueAsync(MessagingRig.Reminder, MessageChannel.WhatsApp, Phone, number: number);
        }

        await rig.QueueAsync(MessagingRig.Reminder, MessageChannel.WhatsApp, "+6281111111111", number: "INV-9");
        await rig.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        Assert.Equal(["Budi:\nINV-1 Rp 1\nINV-2 Rp 1\nINV-3 Rp 1\nThank you.", "Budi:\nINV-9 Rp 1\nThank you."], rig.Room.Letters.Select(letter => letter.Text));
        var messages = await rig.MessagesAsync();
        Assert.Equal([null, messages[0].Id, messages[0].Id, null], messages.Select(message => message.MergedIntoId));
        Assert.Contains("INV-3", (await rig.ReadAsync(messages[2].Id)).Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_keep_quiet_at_night_and_receipts_do_not()
    {
        // 22:00 in Jakarta.
        await using var rig = await MessagingRig.StartAsync(at: new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
        await rig.AddSenderAsync(MessageSenderType.Smtp);
        await rig.QueueAsync(MessagingRig.Reminder, MessageChannel.Email, "a@b.test");
        await rig.QueueAsync(MessagingRig.Outage, MessageChannel.Email, "a@b.test", number: "7");
        await rig.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        Assert.Equal("Budi, 7 is Rp 1.", Assert.Single(rig.Room.Letters).Text);
        Assert.Equal(new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc), (await rig.MessagesAsync())[0].NextAttemptAtUtc);
        rig.Clock.Advance(TimeSpan.FromHours(9));
        await rig.SendAsync();
        Assert.Equal(2, rig.Room.Letters.Count);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Signs_of_a_ban_pause_the_sender_and_another_goes_on(string provider)
    {
        await using var rig = await MessagingRig.StartAsync(provider);
        var banned = await rig.AddSenderAsync(MessageSenderType.Fonnte);
        rig.Room.Throw(LabProvider.Fonnte, LabPostFault.Ban);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, Phone);
        await rig.SendAsync();
        var sender = await rig.SenderAsync(banned);
        Assert.Equal(("messages.credentials_refused", "token invalid"), (sender.PausedBecause, sender.PausedDetail));
        Assert.Equal((MessageState.Waiting, 0), ((await rig.MessagesAsync())[0].State, (await rig.MessagesAsync())[0].Attempts));

        await rig.AddSenderAsync(MessageSenderType.Wablas);
        await rig.PassAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2));
        Assert.Equal(LabProvider.Wablas, Assert.Single(rig.Room.Letters).Provider);
    }

    [Fact]
    public async Task Many_refusals_in_a_row_pause_the_sender()
    {
        await using var rig = await MessagingRig.StartAsync();
        var id = await rig.AddSenderAsync(MessageSenderType.Fonnte);
        rig.Room.Throw(LabProvider.Fonnte, LabPostFault.Failure);
        for (var number = 0; number < 25; number++)
        {
            await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, $"+62812000000{number:00}");
        }

        await rig.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));
        Assert.Equal("messages.many_refused", (await rig.SenderAsync(id)).PausedBecause);
        Assert.Equal(20, (await rig.MessagesAsync()).Count(message => message.State == MessageState.Failed));
    }

    [Fact]
    public async Task A_provider_that_says_when_to_come_back_is_believed()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AddSenderAsync(MessageSenderType.TelegramBot);
        rig.Room.ComeBackAfterSeconds = 120;
        rig.Room.Throw(LabProvider.Telegram, LabPostFault.TooFast);
        await rig.QueueAsync(MessagingRig.Outage, MessageChannel.Telegram, "123");
        await rig.SendAsync();
        rig.Room.Throw(LabProvider.Telegram, null);
        await rig.PassAsync(TimeSpan.FromSeconds(110), TimeSpan.FromSeconds(10));
        Assert.Empty(rig.Room.Letters);
        await rig.PassAsync(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10));
        Assert.Single(rig.Room.Letters);
    }

    [Fact]
    public async Task What_may_have_been_taken_is_not_sent_again_by_itself()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AddSenderAsync(MessageSenderType.Fonnte);
        rig.Room.Throw(LabProvider.Fonnte, LabPostFault.Drop);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, Phone);
        await rig.SendAsync();
        rig.Room.Throw(LabProvider.Fonnte, null);
        await rig.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        var message = Assert.Single(await rig.MessagesAsync());
        Assert.Equal((MessageState.Uncertain, 1), (message.State, rig.Room.Letters.Count));

        // A person may.
        Assert.True((await rig.AskAsync<IMessageLog, Result>(log => log.ResendAsync(message.Id, Token))).Succeeded);
        await rig.SendAsync();
        Assert.Equal(2, rig.Room.Letters.Count);
    }

    [Fact]
    public async Task A_receiver_that_knows_repeats_gets_it_again()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AddSenderAsync(MessageSenderType.Webhook, name: "monitoring");
        rig.Room.Throw(LabProvider.Webhook, LabPostFault.Drop);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.Webhook, "monitoring");
        await rig.SendAsync();
        rig.Room.Throw(LabProvider.Webhook, null);
        await rig.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(15));
        Assert.Equal((MessageState.Sent, 2), ((await rig.MessagesAsync())[0].State, rig.Room.Letters.Count));
    }

    [Fact]
    public async Task In_observe_mode_it_is_only_said_what_would_have_gone()
    {
        await using var rig = await MessagingRig.StartAsync(more: services => services.AddSingleton<IMessageHold, Holding>());
        await rig.AddSenderAsync(MessageSenderType.Smtp);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.Email, "a@b.test");
        await rig.QueueAsync(MessagingRig.Key, MessageChannel.Email, "a@b.test", number: "secret");
        await rig.PassAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2));
        var messages = await rig.MessagesAsync();
        Assert.Equal([MessageState.WouldHave, MessageState.Sent], messages.Select(message => message.State));
        Assert.Equal("Budi, INV-1 is Rp 1.", (await rig.ReadAsync(messages[0].Id)).Value.Text);

        // What carries a key is forgotten, and shown to nobody.
        Assert.Equal((null, null), (messages[1].SentText, (await rig.ReadAsync(messages[1].Id)).Value.Text));
        Assert.Contains("secret", Assert.Single(rig.Room.Letters).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opts_out_while_it_waits_gets_none()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.QueueAsync(MessagingRig.Offer, MessageChannel.Email, "a@b.test", customer: Customer);
        await rig.AskAsync<IMessageOptOuts, Result>(optOuts => optOuts.SetAsync(Customer, MessageChannel.Email, true, Token));
        await rig.AddSenderAsync(MessageSenderType.Smtp);
        await rig.SendAsync();
        Assert.Equal(MessageDropReason.OptedOut, (await rig.MessagesAsync())[0].DroppedBecause);
        Assert.Empty(rig.Room.Letters);
    }

    [Fact]
    public async Task A_changed_text_is_used_for_what_waits()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.Email, "a@b.test");
        var refused = await rig.AskAsync<IMessageTemplates, Result<long>>(templates => templates.SaveAsync("test.receipt", MessageChannel.Email, "en", 0, new("Paid", "{nobody}"), Token));
        Assert.Equal("messages.unknown_field", refused.Error?.Fields[0].Code);
        var saved = await rig.AskAsync<IMessageTemplates, Result<long>>(templates => templates.SaveAsync("test.receipt", MessageChannel.Email, "en", 0, new("Paid {number}", "Thanks, {customer}"), Token));
        Assert.True(saved.Succeeded, saved.Error?.ToString());
        await rig.AddSenderAsync(MessageSenderType.Smtp);
        await rig.SendAsync();
        Assert.Equal(("Paid INV-1", "Thanks, Budi"), (rig.Room.Letters[0].Subject, rig.Room.Letters[0].Text));
    }

    [Fact]
    public async Task The_Cloud_API_says_what_it_may_and_others_say_the_rest()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AddSenderAsync(MessageSenderType.WhatsAppCloud);
        await rig.AddSenderAsync(MessageSenderType.Fonnte, perHour: 60);
        await rig.AskAsync<IMessageTemplates, Result<long>>(templates => templates.SaveAsync(
            "test.receipt", MessageChannel.WhatsApp, "en", 0, new(null, "{customer}, {number} is {amount}.", "lunas", "id", ["customer", "amount"]), Token));
        await rig.QueueAsync(MessagingRig.Outage, MessageChannel.WhatsApp, Phone, number: "a");
        await rig.QueueAsync(MessagingRig.Outage, MessageChannel.WhatsApp, Phone, "b", number: "b");
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, Phone);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, Phone, "c");
        await rig.PassAsync(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(10));
        Assert.All(await rig.MessagesAsync(), message => Assert.Equal(MessageState.Sent, message.State));
        Assert.Contains(rig.Room.Letters, letter => letter is { Provider: LabProvider.WhatsAppCloud, Text: "[lunas/id] Budi | Rp 1" });
        Assert.All(rig.Room.Letters.Where(letter => letter.Text.StartsWith("Budi, a", StringComparison.Ordinal)), letter => Assert.Equal(LabProvider.Fonnte, letter.Provider));
    }

    private sealed class Holding : IMessageHold
    {
        public ValueTask<bool> HoldsAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);
    }
}
