namespace IspPortal.Core.Customers.Documents;

/// <summary>What a document is said to be.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ExpiresOn">The last day on which it is good, or null.</param>
/// <param name="Description">A few words, or null; needed for <see cref="DocumentKind.Other"/>.</param>
public sealed record ChangeDocumentRequest(DocumentKind Kind, DateOnly? ExpiresOn = null, string? Description = null);
