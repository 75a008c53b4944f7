namespace IspPortal.Core.Customers.Documents;

/// <summary>A document to be kept. What the file is, its content decides; the name is only shown.</summary>
/// <param name="CustomerId">Whose.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">The name it came under; a path before it is cut off.</param>
/// <param name="Content">The file.</param>
/// <param name="ExpiresOn">The last day on which it is good, or null.</param>
/// <param name="Description">A few words, or null; needed for <see cref="DocumentKind.Other"/>.</param>
public sealed record AddDocumentRequest(Guid CustomerId, DocumentKind Kind, string? FileName, ReadOnlyMemory<byte> Content, DateOnly? ExpiresOn = null, string? Description = null);
