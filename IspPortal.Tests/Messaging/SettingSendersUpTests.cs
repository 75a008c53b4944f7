using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;

namespace IspPortal.Tests.Messaging;

public sealed class SettingSendersUpTests
{
    private static readonly SaveSenderRequest Mail = new("Mail", MessageSenderType.Smtp, "mail.example.net", null, "portal@example.net");

    [Fact]
    public void A_mail_server_needs_no_password() => Assert.Null(SenderRules.Judge(Mail, default));

    [Fact]
    public void Implicit_TLS_is_refused_in_clear_words() => Assert.Equal("messages.implicit_tls", Of(Mail with { Port = 465 }, "port"));

    [Fact]
    public void What_is_missing_is_said()
    {
        Assert.Equal("common.required", Of(Mail with { Account = "portal" }, "secret"));
        Assert.Null(SenderRules.Judge(Mail with { Account = "portal" }, (true, false, false)));
        Assert.Equal("common.required", Of(new SaveSenderRequest("a", MessageSenderType.Wablas, Secret: "x"), "server"));
        Assert.Equal("common.required", Of(new SaveSenderRequest("a", MessageSenderType.WhatsAppCloud, Secret: "x"), "account"));
    }

    [Theory]
    [InlineData("http://solo.wablas.com")]
    [InlineData("https://user:secret@solo.wablas.com")]
    [InlineData("ftp://solo.wablas.com")]
    [InlineData("solo.wablas.com")]
    public void Keys_travel_encrypted(string server) => Assert.Equal("messages.not_a_web_address", Of(new SaveSenderRequest("a", MessageSenderType.Wablas, server, Secret: "x"), "server"));

    [Theory]
    [InlineData("1:a/../b")]
    [InlineData("1:a b")]
    public void A_token_leads_nowhere_else(string token) => Assert.Equal("messages.not_a_token", Of(new SaveSenderRequest("a", MessageSenderType.TelegramBot, Secret: token), "secret"));

    [Theory]
    [InlineData(MessageChannel.WhatsApp, "0812-3456-7890", "+6281234567890")]
    [InlineData(MessageChannel.Email, " Budi@Example.NET ", "budi@example.net")]
    [InlineData(MessageChannel.Telegram, "-100123", "-100123")]
    [InlineData(MessageChannel.Email, "a@b@c", null)]
    [InlineData(MessageChannel.Email, "a@b.c\r\nBcc: x@y.z", null)]
    [InlineData(MessageChannel.WhatsApp, "12", null)]
    [InlineData(MessageChannel.Telegram, "12 3", null)]
    public void Addresses_have_one_form(MessageChannel channel, string written, string? kept) => Assert.Equal(kept, MessageFields.AddressOf(channel, written));

    [Theory]
    [InlineData(MessageState.Sent, MessageState.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.Delivered, MessageState.Sent, MessageState.Delivered)]
    [InlineData(MessageState.Read, MessageState.Delivered, MessageState.Read)]
    [InlineData(MessageState.Sent, MessageState.Read, MessageState.Read)]
    [InlineData(MessageState.Delivered, MessageState.Failed, MessageState.Delivered)]
    [InlineData(MessageState.Uncertain, MessageState.Sent, MessageState.Sent)]
    [InlineData(MessageState.Sent, MessageState.Failed, MessageState.Failed)]
    [InlineData(MessageState.Dropped, MessageState.Delivered, MessageState.Dropped)]
    public void Reports_come_in_any_order(MessageState present, MessageState reported, MessageState next) => Assert.Equal(next, DeliveryProgress.Next(present, reported));

    private static string? Of(SaveSenderRequest request, string field) => SenderRules.Judge(request, default)?.Fields.FirstOrDefault(failure => failure.Field == field)?.Code;
}
