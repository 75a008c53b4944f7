namespace IspPortal.Core.Messaging.Templates;

/// <summary>Which text of an event.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Language">en or id.</param>
public readonly record struct MessageTemplateKey(MessageChannel Channel, string Language);
