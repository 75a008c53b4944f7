namespace IspPortal.Web.Features.Documents.Api;

/// <summary>The judgement of a document.</summary>
/// <param name="Version">The version that was looked at; required.</param>
/// <param name="Reason">Why, up to 500 characters; required to reject.</param>
internal sealed record JudgeDocumentBody(long? Version = null, string? Reason = null);
