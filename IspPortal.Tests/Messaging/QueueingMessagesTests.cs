using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Messaging;

public sealed class QueueingMessagesTests
{
    private static readonly Guid Invoice = new("01890a5d-ac96-774b-bcce-0000000000aa");
    private static readonly Guid Customer = new("01890a5d-ac96-774b-bcce-0000000000bb");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_same_is_queued_once_ever(string provider)
    {
        await using var rig = await MessagingRig.StartAsync(provider);
        var queued = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, "0812 3456 7890", subject: Invoice)));
        Assert.Equal(1, queued.Sum());
        Assert.Equal(0, await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, "+6281234567890", subject: Invoice));
        Assert.Equal(1, await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.WhatsApp, "+6281234567890", "b", Invoice));
        Assert.Equal("+6281234567890", (await rig.MessagesAsync())[0].Address);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_over_is_dropped(string provider)
    {
        await using var rig = await MessagingRig.StartAsync(provider);
        foreach (var kind in new[] { "reminder-1", "reminder-2", "receipt" })
        {
            await rig.QueueAsync(MessagingRig.Reminder, MessageChannel.Email, "a@b.test", kind, Invoice);
        }

        Assert.Equal(2, await rig.Outbox.DropAsync(Invoice, ["reminder-1", "reminder-2"], Token));
        var dropped = (await rig.MessagesAsync()).Where(message => message.State == MessageState.Dropped).ToList();
        Assert.All(dropped, message => Assert.Equal(MessageDropReason.Withdrawn, message.DroppedBecause));
        Assert.Equal(1, await rig.Outbox.DropAsync(Invoice, null, Token));
    }

    [Fact]
    public async Task Advertising_is_not_for_who_wants_none()
    {
        await using var rig = await MessagingRig.StartAsync();
        await rig.AskAsync<IMessageOptOuts, Core.Common.Results.Result>(optOuts => optOuts.SetAsync(Customer, MessageChannel.Email, true, Token));
        Assert.Equal(0, await rig.QueueAsync(MessagingRig.Offer, MessageChannel.Email, "a@b.test", customer: Customer));
        Assert.Equal(1, await rig.QueueAsync(MessagingRig.Offer, MessageChannel.WhatsApp, "08123456789", customer: Customer));
        Assert.Equal(1, await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.Email, "a@b.test", customer: Customer));
        Assert.Equal(MessageDropReason.OptedOut, Assert.Single(await rig.MessagesAsync(), message => message.State == MessageState.Dropped).DroppedBecause);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused()
    {
        await using var rig = await MessagingRig.StartAsync();
        var order = new MessageOrder("test.nothing", Invoice, "a", [], new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.Equal("messages.unknown_event", (await rig.Outbox.QueueAsync(order, Token)).Error?.Code);
        order = order with { Event = MessagingRig.Receipt.Key, To = [new MessageRecipient(MessageChannel.Email, "nobody", null, "en")] };
        Assert.Equal("messages.not_an_address", (await rig.Outbox.QueueAsync(order, Token)).Error?.Fields[0].Code);
    }
}
