using System.ComponentModel;
using IspPortal.Web.Shared.Api;
using IspPortal.Core.Customers.Documents;

namespace IspPortal.Web.Features.Documents.Api;

/// <summary>A document as a form with a file.</summary>
internal sealed class DocumentForm
{
    [Description("An id of your own choice: the same one with the same file twice keeps one document.")]
    public Guid? Id { get; set; }

    [Description("Whose document it is; required.")]
    public Guid? CustomerId { get; set; }

    [Description("What it is: identityCard, passport, familyCard, companyRegistration, taxCertificate, contract, housePhoto or other; required.")]
    public string? Kind { get; set; }

    [Description("The last day on which it is good, yyyy-MM-dd.")]
    public DateOnly? ExpiresOn { get; set; }

    [Description("A few words, up to 500 characters; required for other.")]
    public string? Description { get; set; }

    [Description("JPEG, PNG or PDF, by content; required.")]
    public IFormFile? File { get; set; }

    public EnumWord<DocumentKind> KindWord => new(Kind ?? "");
}
