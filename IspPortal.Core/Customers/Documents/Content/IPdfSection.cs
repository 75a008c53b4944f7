namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>One index of objects; a file that was changed has several.</summary>
internal interface IPdfSection
{
    /// <summary>What is said of the file as a whole.</summary>
    Dictionary<string, object?> Trailer { get; }

    /// <summary>Where the object lies, or null when this index does not know it.</summary>
    PdfPlace? Find(int number);
}
