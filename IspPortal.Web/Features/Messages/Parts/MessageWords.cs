using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Messages.Parts;

/// <summary>How messages are shown.</summary>
internal static class MessageWords
{
    public static Tone ToneOf(MessageState state) => state switch
    {
        MessageState.Sent or MessageState.Delivered or MessageState.Read => Tone.Good,
        MessageState.Failed => Tone.Bad,
        MessageState.Uncertain => Tone.Warning,
        MessageState.Waiting or MessageState.Sending => Tone.Info,
        _ => Tone.Neutral,
    };

    public static string IconOf(MessageState state) => state switch
    {
        MessageState.Waiting => "schedule",
        MessageState.Sending => "send",
        MessageState.Sent => "check",
        MessageState.Delivered or MessageState.Read => "done_all",
        MessageState.Failed => "error",
        MessageState.Uncertain => "help",
        MessageState.WouldHave => "visibility",
        _ => "block",
    };

    public static Tone ToneOf(MessageSenderState state) => state switch
    {
        MessageSenderState.Ready => Tone.Good,
        MessageSenderState.Resting or MessageSenderState.Full => Tone.Warning,
        MessageSenderState.Paused => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static string IconOf(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => "mail",
        MessageChannel.WhatsApp => "chat",
        MessageChannel.Telegram => "send",
        MessageChannel.Sms => "sms",
        MessageChannel.Chat => "forum",
        _ => "webhook",
    };

    /// <summary>What an event is called; its key where nobody gave it a name.</summary>
    public static string EventOf(string key, IStringLocalizer<MessagesTexts> texts) => texts["Event." + key] is { ResourceNotFound: false } word ? word.Value : key;
}
