using IspPortal.Core.Reporting.Reports;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Reports;

/// <summary>Sends a file of a report.</summary>
internal static class ReportFileAnswer
{
    public static void MapReportFiles(this IEndpointRouteBuilder exports) => exports.MapGet("/reports/{id:guid}/{format}", (Guid id, string format, HttpContext http, IReportDirectory reports) => AnswerAsync(id, format, http, reports));

    public static async Task<IResult> AnswerAsync(Guid id, string format, HttpContext http, IReportDirectory reports)
    {
        if (!Enum.TryParse<ReportFormat>(format, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted) || char.IsAsciiDigit(format[0]))
        {
            return ApiResults.Problem(ReportErrors.NoFile);
        }

        var file = await reports.OpenFileAsync(id, wanted, http.RequestAborted);
        if (!file.Succeeded)
        {
            return ApiResults.Problem(file.Error);
        }

        PrivateContent.Guard(http.Response);
        PrivateContent.Offer(http.Response, file.Value.FileName, inline: false);
        return TypedResults.Stream(file.Value.Content, file.Value.MediaType);
    }
}
