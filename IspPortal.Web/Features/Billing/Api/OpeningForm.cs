using System.ComponentModel;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Opening balances as a form with a file.</summary>
internal sealed class OpeningForm
{
    [Description("An id of your own choice: the same one with the same file twice keeps one import.")]
    public Guid? Id { get; set; }

    [Description("The day to which it is posted, today or before; required.")]
    public DateOnly? CutoverOn { get; set; }

    [Description("CSV or XLSX, by content, up to 20 MB and 60,000 rows; required.")]
    public IFormFile? File { get; set; }
}
