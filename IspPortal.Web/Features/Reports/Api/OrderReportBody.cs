using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Web.Features.Reports.Api;

/// <summary>What is asked for.</summary>
/// <param name="Kind">What it is about; required.</param>
/// <param name="FromOn">The first business day; required.</param>
/// <param name="ToOn">The last; required.</param>
/// <param name="RouterIds">Only these routers; none: all.</param>
/// <param name="Language">en or id.</param>
/// <param name="Formats">As what; PDF when left out.</param>
/// <param name="Recipients">E-mail addresses that it is sent to when it is ready.</param>
internal sealed record OrderReportBody(
    ReportKind? Kind = null, DateOnly? FromOn = null, DateOnly? ToOn = null, IReadOnlyList<Guid>? RouterIds = null, string? Language = null, IReadOnlyList<ReportFormat>? Formats = null,
    IReadOnlyList<string>? Recipients = null)
{
    public ReportOrder ToOrder() => new()
    {
        Kind = Kind ?? default,
        FromOn = FromOn ?? default,
        ToOn = ToOn ?? default,
        RouterIds = RouterIds ?? [],
        Language = Language ?? "id",
        Formats = Formats ?? [ReportFormat.Pdf],
        Recipients = [.. (Recipients ?? []).OfType<string>()],
    };
}
