namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>A name in a PDF, without its slash.</summary>
internal sealed record PdfName(string Text);
