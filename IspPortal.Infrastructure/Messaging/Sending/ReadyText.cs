using IspPortal.Core.Messaging.Templates;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>The text of an event, ready to be filled in.</summary>
/// <param name="Subject">Of e-mail; else null.</param>
/// <param name="Body">The text.</param>
/// <param name="Cloud">The approved template of the Cloud API, its language and what fills its places; null: there is none.</param>
internal sealed record ReadyText(TemplateText? Subject, TemplateText Body, (string Name, string Language, IReadOnlyList<string> Fields)? Cloud);
