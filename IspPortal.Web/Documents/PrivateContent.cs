using System.Net.Mime;
using IspPortal.Web.Security;
using Microsoft.Net.Http.Headers;

namespace IspPortal.Web.Documents;

/// <summary>Headers of files that speak of a person: kept nowhere, taken for nothing else, able to do nothing.</summary>
internal static class PrivateContent
{
    /// <summary>A file that somebody sent must not act as one of our pages, even when it is opened by itself.</summary>
    private const string Policy = SecurityHeaders.SandboxDirective + " default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; font-src data:; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Only its own call of the print dialog runs, by the hash of that call.
    private const string PrintingPolicy = SecurityHeaders.PrintingSandboxDirective + " default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; script-src-attr 'unsafe-hashes' 'sha256-MguIPR6qNR8D3B+eAlK+bIRTZe8t3wkOY4B/56Me9FU='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Guard(HttpResponse response, bool prints = false)
    {
        response.Headers.ContentSecurityPolicy = prints ? PrintingPolicy : Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>Names the file; inline is shown, otherwise saved.</summary>
    public static void Offer(HttpResponse response, string fileName, bool inline)
    {
        var disposition = new ContentDispositionHeaderValue(inline ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
    }
}
