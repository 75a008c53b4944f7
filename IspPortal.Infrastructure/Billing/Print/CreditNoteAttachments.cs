using IspPortal.Core.Documents;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>The PDF of a credit note for messages that bring it along, printed when they go, in the customer's language. Where no browser prints, the message goes without it.</summary>
internal sealed class CreditNoteAttachments(PortalContextSource source, CreditNotePaperMaker maker, IDocumentHtml pages, IPdfPrinter printer) : IMessageAttachmentSource
{
    /// <summary>The name that messages ask by.</summary>
    public const string Name = "credit-note-pdf";

    private const string By = "credit-note-attachments";

    public string Source => Name;

    public async Task<(Stream Content, string MediaType)?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        if (await maker.MakeAsync(context, id, cancellationToken) is not { } paper)
        {
            return null;
        }

        var pdf = await printer.PrintAsync(await pages.RenderAsync(paper, paper.Language, cancellationToken), cancellationToken);
        return pdf.Succeeded ? (new MemoryStream(pdf.Value.Bytes.ToArray(), writable: false), "application/pdf") : null;
    }
}
