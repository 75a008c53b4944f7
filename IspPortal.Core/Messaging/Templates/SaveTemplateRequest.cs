namespace IspPortal.Core.Messaging.Templates;

/// <summary>A text to keep.</summary>
/// <param name="Subject">Of e-mail; else null.</param>
/// <param name="Body">The text.</param>
/// <param name="CloudName">The approved template of the Cloud API, or null.</param>
/// <param name="CloudLanguage">Its language there.</param>
/// <param name="CloudFields">The fields that fill its places, in order.</param>
public sealed record SaveTemplateRequest(string? Subject, string Body, string? CloudName = null, string? CloudLanguage = null, IReadOnlyList<string>? CloudFields = null);
