using IspPortal.Core.Customers.Documents;

namespace IspPortal.Web.Features.Documents.Api;

/// <summary>What a document is said to be.</summary>
/// <param name="Kind">What it is; required.</param>
/// <param name="ExpiresOn">The last day on which it is good, or null.</param>
/// <param name="Description">A few words, up to 500 characters; required for other.</param>
/// <param name="Version">The version that was read; required.</param>
internal sealed record ChangeDocumentBody(DocumentKind? Kind = null, DateOnly? ExpiresOn = null, string? Description = null, long? Version = null);
