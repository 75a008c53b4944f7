namespace IspPortal.Core.Documents;

/// <summary>Makes the print-ready page of a document.</summary>
public interface IDocumentHtml
{
    /// <summary>
    /// A whole HTML page that needs nothing from outside itself (fonts and styles are in it), with the company's head from the settings. The same document gives the same page.
    /// A kind of document that no component prints throws.
    /// </summary>
    /// <param name="document">What stands on it.</param>
    /// <param name="language">The language of the one who reads it: <c>id</c> or <c>en</c>; anything else is <c>en</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<string> RenderAsync(IPrintedDocument document, string language, CancellationToken cancellationToken);
}
