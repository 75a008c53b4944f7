using System.Globalization;
using IspPortal.Core.Customers.Documents;
using IspPortal.Web.Features.Documents.Parts;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Documents;

/// <summary>/export/documents.csv</summary>
internal static class DocumentExport
{
    public static void MapDocumentExport(this IEndpointRouteBuilder exports) => exports.MapGet("/documents.csv", DocumentsAsync);

    private static Task<IResult> DocumentsAsync(HttpContext http, ListExport export, ICustomerDocumentDirectory documents, IStringLocalizer<DocumentsTexts> texts)
    {
        var filter = DocumentWords.FilterOf(key => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null);
        return export.AnswerAsync<DocumentRow>(
            http,
            "documents",
            "uploaded",
            zone =>
            [
                new(texts["CustomerNumber"], row => row.CustomerNumber),
                new(texts["Customer"], row => row.CustomerName),
                new(texts["FormerOwner"], row => row.FormerOwnerName),
                new(texts["Kind"], row => texts["Kind." + row.Kind].Value),
                new(texts["File"], row => row.FileName),
                new($"{texts["Size"]} (B)", row => row.SizeBytes),
                new(texts["State"], row => texts["State." + row.State].Value),
                new(texts["Reason"], row => row.StateReason),
                new(texts["ExpiresOn"], row => row.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new(texts["UploadedBy"], row => row.UploadedBy),
                new($"{texts["UploadedAt"]} ({zone.Id})", row => row.UploadedAtUtc),
            ],
            (page, cancellationToken) => documents.ListAsync(filter, page, cancellationToken));
    }
}
