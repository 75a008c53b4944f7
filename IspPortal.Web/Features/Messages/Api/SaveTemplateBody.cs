namespace IspPortal.Web.Features.Messages.Api;

/// <summary>A text to keep.</summary>
/// <param name="Version">As it was read; 0 where the text was never changed.</param>
/// <param name="Subject">Of e-mail.</param>
/// <param name="Body">The text.</param>
/// <param name="CloudName">The approved template of the Cloud API.</param>
/// <param name="CloudLanguage">Its language there.</param>
/// <param name="CloudFields">The fields that fill its places, in order.</param>
internal sealed record SaveTemplateBody(long? Version, string? Subject, string? Body, string? CloudName, string? CloudLanguage, IReadOnlyList<string>? CloudFields);
