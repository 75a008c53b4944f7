using System.ComponentModel;

namespace IspPortal.Web.Features.CustomerImports.Api;

/// <summary>A list of customers as a form with a file.</summary>
internal sealed class CustomerImportForm
{
    [Description("An id of your own choice: the same one with the same file twice keeps one import.")]
    public Guid? Id { get; set; }

    [Description("CSV or XLSX, by content, up to 20 MB and 50,000 rows; required.")]
    public IFormFile? File { get; set; }
}
