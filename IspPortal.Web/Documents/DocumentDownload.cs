using IspPortal.Core.Documents;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Documents;

/// <summary>Answers a document as PDF; where no browser prints, as the page itself, ready to be printed from the reader's own.</summary>
internal sealed class DocumentDownload(IDocumentHtml pages, IPdfPrinter printer)
{
    /// <summary>The content type of an answer without a browser.</summary>
    private const string Html = "text/html; charset=utf-8";

    public async Task<IResult> AnswerAsync(HttpContext http, IPrintedDocument document, string language, CancellationToken cancellationToken)
    {
        var html = await pages.RenderAsync(document, language, cancellationToken);
        var pdf = await printer.PrintAsync(html, cancellationToken);
        PrivateContent.Guard(http.Response);
        if (pdf.Succeeded)
        {
            PrivateContent.Offer(http.Response, document.FileName + ".pdf", inline: true);
            return TypedResults.Bytes(pdf.Value.Bytes, "application/pdf");
        }

        return pdf.Error.Code == PrintingErrors.NoBrowser(null).Code ? TypedResults.Text(html, Html) : ApiResults.Problem(pdf.Error);
    }
}
