namespace IspPortal.Core.Messaging.Log;

/// <summary>What becomes of a message by what its provider reports; reports come in any order, some twice, some never.</summary>
internal static class DeliveryProgress
{
    /// <summary>The state after a report; the present one when the report tells nothing new.</summary>
    public static MessageState Next(MessageState present, MessageState reported) => (present, reported) switch
    {
        (MessageState.Sent or MessageState.Uncertain, MessageState.Sent) => MessageState.Sent,
        (MessageState.Sent or MessageState.Uncertain, MessageState.Delivered) => MessageState.Delivered,
        (MessageState.Sent or MessageState.Uncertain or MessageState.Delivered or MessageState.Failed, MessageState.Read) => MessageState.Read,
        (MessageState.Failed, MessageState.Delivered) => MessageState.Delivered,
        (MessageState.Sent or MessageState.Uncertain, MessageState.Failed) => MessageState.Failed,
        _ => present,
    };
}
