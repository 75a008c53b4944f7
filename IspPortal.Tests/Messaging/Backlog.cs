using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Tests.Messaging;

/// <summary>Many reminders that wait.</summary>
internal static class Backlog
{
    public static async Task QueueAsync(PortalContextSource source, TimeProvider clock, string eventKey, int count)
    {
        await using var context = source.CreateForSystem("test");
        var now = clock.UtcNow();
        await context.InsertRowsAsync(
            [
                .. Enumerable.Range(0, count).Select(number => new Message
                {
                    Id = Ids.New(clock), Event = eventKey, SubjectId = Ids.New(clock), Kind = "reminder", Channel = MessageChannel.WhatsApp, Address = $"+62812{number:00000000}", Language = "id",
                    Rank = (int)MessagePriority.Reminder, KeepsQuiet = true, Values = $$"""{"customer":"Budi","number":"INV-{{number}}","amount":"Rp 1"}""", QueuedAtUtc = now, NextAttemptAtUtc = now,
                }),
            ],
            TestContext.Current.CancellationToken);
    }
}
