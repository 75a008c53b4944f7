namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>Where an object of a PDF lies.</summary>
/// <param name="At">The byte where it begins, or its position in <paramref name="Holder"/>.</param>
/// <param name="Holder">The stream that it is packed in, or null.</param>
internal readonly record struct PdfPlace(int At, int? Holder);
