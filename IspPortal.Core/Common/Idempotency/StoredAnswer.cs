namespace IspPortal.Core.Common.Idempotency;

/// <summary>What the first request was answered.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="ContentType">Content type, or null without a body.</param>
/// <param name="Location">Where the created thing is, or null.</param>
/// <param name="Body">The body as text, or null.</param>
public sealed record StoredAnswer(int StatusCode, string? ContentType, string? Location, string? Body);
