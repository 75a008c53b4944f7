namespace IspPortal.Core.Messaging.Templates;

/// <summary>A text filled with the samples of its fields.</summary>
/// <param name="Subject">Of e-mail; else null.</param>
/// <param name="Text">The text.</param>
/// <param name="Characters">How long the text is.</param>
/// <param name="SmsParts">Of how many parts an SMS of it is; null on other channels.</param>
/// <param name="CanCarryMany">Whether one text may carry several messages to one address.</param>
public sealed record TemplatePreview(string? Subject, string Text, int Characters, int? SmsParts, bool CanCarryMany);
