using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;

namespace IspPortal.Tests.Pages;

/// <summary>Messages and senders as pages get them.</summary>
internal static class MessageSamples
{
    public static readonly Guid MessageId = new("01890a5d-ac96-774b-bcce-b302099a8057");

    private static readonly DateTime Queued = new(2026, 11, 22, 7, 30, 0, DateTimeKind.Utc);

    public static MessageRow Row(MessageState state) => new(
        state == MessageState.Waiting ? MessageId : Guid.CreateVersion7(), "usage.quota_80", MessageChannel.WhatsApp, "+6281234567890", "Budi Santoso", new Guid("01890a5d-ac96-774b-bcce-b302099a8058"), MessagePriority.Reminder, state, null, null,
        Queued, Queued.AddMinutes(90), state is MessageState.Sent or MessageState.Delivered or MessageState.Read ? Queued.AddMinutes(1) : null, "WA 1", 1);

    public static MessageDetails Details(MessageState state, string? text = "Halo Budi Santoso, kuota terpakai 80 %.") => new(
        Row(state) with { Id = MessageId }, "usage.quota_80-20261101", Guid.Empty, "id", null, text, false, [], null, null, null, null, null, null, null);

    public static MessageSenderRow Sender(Guid id) => new(
        id, "WA 1", MessageChannel.WhatsApp, MessageSenderType.Fonnte, MessageSenderState.Ready, null, null, 200, 2_000, 12, Queued, null, null, 3);

    public static MessageSenderDetails SenderDetails(MessageSenderRow row) => new(row, null, null, null, null, true, false, true, 2_000, null, 30, null, true, $"hooks/messages/{row.Id}", 7);
}
