using System.Resources;

namespace IspPortal.Core.Messaging;

/// <summary>
/// A thing that people are told about. A feature registers its own as <see cref="MessageEventDefinition"/> services. The texts it comes with are resources named
/// <c>{Key}.Subject</c> (e-mail), <c>{Key}.Body</c> (e-mail, WhatsApp, Telegram, chat) and <c>{Key}.Short</c> (SMS), in both languages, with fields in braces: <c>{customer}</c>.
/// Templates of the portal's people replace them per channel and language.
/// </summary>
/// <param name="Key">Stable name, <c>feature.what</c>.</param>
/// <param name="Priority">Which goes first.</param>
/// <param name="Fields">What a template may name.</param>
/// <param name="Texts">Where the texts that it comes with are.</param>
/// <param name="GoodFor">How long it is worth sending, from when it was queued; null: for ever.</param>
/// <param name="IsMarketing">Whether one may opt out of it, and quiet hours hold it back.</param>
/// <param name="IsConfidential">
/// Whether it carries a key, e.g. a link that opens an account: its text is shown to nobody, forgotten once it is sent, and goes out in observe mode too, since it touches no customer.
/// </param>
public sealed record MessageEventDefinition(
    string Key, MessagePriority Priority, IReadOnlyList<MessageField> Fields, ResourceManager Texts, TimeSpan? GoodFor = null, bool IsMarketing = false, bool IsConfidential = false);
