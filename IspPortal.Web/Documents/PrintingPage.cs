using IspPortal.Core.Documents;

namespace IspPortal.Web.Documents;

/// <summary>Answers a document as a page that opens the print dialog by itself.</summary>
internal static class PrintingPage
{
    private const string Body = "<body>";
    private const string PrintingBody = "<body onload=\"window.print()\">";

    /// <summary>The page, in the language that the query names, else in its customer's.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, IDocumentHtml pages, IPrintedDocument document, string language, CancellationToken cancellationToken)
    {
        var html = await pages.RenderAsync(document, http.Request.Query["language"].ToString() is ("en" or "id") and var wished ? wished : language, cancellationToken);
        PrivateContent.Guard(http.Response, prints: true);
        return TypedResults.Text(html.Replace(Body, PrintingBody, StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
