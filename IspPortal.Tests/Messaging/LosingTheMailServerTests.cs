using IspPortal.Core.Lab;
using IspPortal.Core.Messaging;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Messaging;

public sealed class LosingTheMailServerTests
{
    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task After_an_hour_everything_that_still_matters_arrives_once(string provider)
    {
        await using var rig = await MessagingRig.StartAsync(provider);
        await rig.AddSenderAsync(MessageSenderType.Smtp, perHour: 7200);
        rig.Room.Throw(LabProvider.Mail, LabPostFault.Down);
        for (var number = 0; number < 12; number++)
        {
            await rig.QueueAsync(MessagingRig.Receipt, MessageChannel.Email, $"r{number}@b.test");
            await rig.QueueAsync(MessagingRig.Outage, MessageChannel.Email, $"o{number}@b.test");
            await rig.QueueAsync(MessagingRig.Reminder, MessageChannel.Email, $"m{number}@b.test");
        }

        await rig.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromSeconds(30));
        Assert.Empty(rig.Room.Letters);
        await rig.QueueAsync(MessagingRig.Outage, MessageChannel.Email, "late@b.test");
        rig.Room.Throw(LabProvider.Mail, null);
        await rig.PassAsync(TimeSpan.FromMinutes(8), TimeSpan.FromSeconds(5));

        // An outage is not worth telling after half an hour; receipts and reminders are, and each arrives once.
        var expected = Enumerable.Range(0, 12).SelectMany(number => new[] { $"r{number}@b.test", $"m{number}@b.test" }).Append("late@b.test").Order(StringComparer.Ordinal);
        Assert.Equal(expected, rig.Room.Letters.Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.StartsWith("r", rig.Room.Letters[0].To, StringComparison.Ordinal);
        var messages = await rig.MessagesAsync();
        Assert.Equal(12, messages.Count(message => message is { State: MessageState.Dropped, DroppedBecause: MessageDropReason.Expired }));
        Assert.All(messages.Where(message => message.State != MessageState.Dropped), message => Assert.Equal((MessageState.Sent, 0), (message.State, message.Attempts)));
    }
}
