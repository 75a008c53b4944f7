using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Lab.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Messaging;

public sealed class HearingFromProvidersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_of_the_Cloud_API_count_when_they_are_signed()
    {
        await using var rig = await MessagingRig.StartAsync();
        var sender = await rig.AddSenderAsync(MessageSenderType.WhatsAppCloud);
        var reports = rig.Services.GetRequiredService<IMessageReports>();

        // Who wrote may be answered without a template.
        Assert.True((await reports.TakeCloudAsync(sender, Body("""{"messages":[{"from":"6281234567890"}]}""", out var heard), heard, Token)).Succeeded);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, "+6281234567890");
        await rig.SendAsync();
        var id = (await rig.MessagesAsync())[0].ProviderId;
        Assert.StartsWith("wamid.", id, StringComparison.Ordinal);

        var read = Body($$"""{"statuses":[{"id":"{{id}}","status":"read"}]}""", out var signature);
        Assert.Equal("messages.sender_not_found", (await reports.TakeCloudAsync(sender, read, "sha256=00", Token)).Error?.Code);
        Assert.Equal("messages.sender_not_found", (await reports.TakeCloudAsync(sender, read, null, Token)).Error?.Code);
        Assert.Equal(MessageState.Sent, (await rig.MessagesAsync())[0].State);
        Assert.True((await reports.TakeCloudAsync(sender, read, signature, Token)).Succeeded);

        // Delivered comes after read: nothing new.
        Assert.True((await reports.TakeCloudAsync(sender, Body($$"""{"statuses":[{"id":"{{id}}","status":"delivered"}]}""", out var late), late, Token)).Succeeded);
        var message = (await rig.MessagesAsync())[0];
        Assert.Equal(MessageState.Read, message.State);
        Assert.NotNull(message.DeliveredAtUtc);
    }

    [Fact]
    public async Task A_stranger_is_told_nothing_without_a_template()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AddSenderAsync(MessageSenderType.WhatsAppCloud);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, "+6281234567890");
        await rig.SendAsync();
        Assert.Equal((MessageState.Failed, "messages.no_cloud_template"), ((await rig.MessagesAsync())[0].State, (await rig.MessagesAsync())[0].ErrorCode));
    }

    [Fact]
    public async Task The_word_of_a_callback_is_its_proof()
    {
        await using var rig = await MessagingRig.StartAsync();
        var (cloud, fonnte) = (await rig.AddSenderAsync(MessageSenderType.WhatsAppCloud), await rig.AddSenderAsync(MessageSenderType.Fonnte));
        var reports = rig.Services.GetRequiredService<IMessageReports>();
        Assert.Equal("42", (await reports.VerifyCloudAsync(cloud, "subscribe", "word-of-the-callback", "42", Token)).Value);
        Assert.False((await reports.VerifyCloudAsync(cloud, "subscribe", "another-word-of-the-callback", "42", Token)).Succeeded);
        await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, "+6281234567890");
        await rig.PassAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2));
        var message = (await rig.MessagesAsync())[0];
        Assert.False((await reports.TakeFonnteAsync(fonnte, "guess", message.ProviderId, "read", Token)).Succeeded);
        Assert.True((await reports.TakeFonnteAsync(fonnte, "word-of-the-callback", message.ProviderId, "delivered", Token)).Succeeded);
        Assert.Equal(MessageState.Delivered, (await rig.MessagesAsync())[0].State);
    }

    private static byte[] Body(string value, out string signature)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{{value}}}]}]}""");
        signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(LabKeys.Signing), body));
        return body;
    }
}
