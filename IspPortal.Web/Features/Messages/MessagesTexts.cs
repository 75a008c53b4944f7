namespace IspPortal.Web.Features.Messages;

/// <summary>Texts of messages, their templates and senders.</summary>
internal sealed class MessagesTexts;
