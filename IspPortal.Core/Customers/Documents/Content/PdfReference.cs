namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>Points to an object of a PDF.</summary>
internal sealed record PdfReference(int Number);
