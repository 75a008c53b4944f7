using System.ComponentModel;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/tax/… and /api/v1/withholding-slips.</summary>
internal static class TaxEndpoints
{
    private const string Xml = "application/xml";
    private static readonly string[] NoSorts = [];

    public static void MapTaxes(this IEndpointRouteBuilder api)
    {
        var tax = api.MapGroup("/tax").WithTags("Taxes");

        tax.MapGet("/summary", SummaryAsync).WithName("getTaxSummary").Needs(TaxPermissions.TaxRead)
            .WithSummary("The output tax of a month by code, and the digunggung summary")
            .Produces<TaxMonthResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

        tax.MapGet("/fakturs", FaktursAsync).WithName("listFakturs").Needs(TaxPermissions.TaxRead)
            .WithSummary("List the invoices of a month for which fakturs are written, with what is missing")
            .WithDescription("Search finds the beginning of a number or of the buyer's name.")
            .AnswersPage<FakturResource>();

        tax.MapGet("/coretax", CoretaxAsync).WithName("loadCoretaxFile").Needs(TaxPermissions.TaxRead)
            .WithSummary("Load the output invoices of a month as Coretax XML")
            .WithDescription("A file takes 1,000 fakturs. Nothing is written while data is missing.")
            .Produces(StatusCodes.Status200OK, contentType: Xml).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        tax.MapGet("/telecom", TelecomAsync).WithName("getTelecomTax").Needs(TaxPermissions.TaxRead)
            .WithSummary("BHP and USO of a year by quarter")
            .Produces<TelecomResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/withholding-slips/waiting", WaitingAsync).WithTags("Taxes").WithName("listWaitingSlips").Needs(TaxPermissions.TaxRead)
            .WithSummary("List invoices that wait for the slip of what was withheld, the oldest first")
            .WithDescription("Search finds the beginning of a number or of the buyer's name.")
            .AnswersPage<WaitingSlipResource>();

        api.MapPost("/invoices/{id}/withholding-slip", RecordAsync).WithTags("Taxes").WithName("recordSlip").Needs(TaxPermissions.TaxWrite).NeedsIdempotencyKey()
            .WithSummary("Record the slip of what was withheld of an invoice, once")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SummaryAsync([FromQuery, Description("The month, as yyyy-MM; without one this month.")] string? month, ITaxBooks books, CancellationToken cancellationToken)
    {
        var asked = MonthOf(month);
        return asked.Succeeded ? ApiResults.Ok(await books.GetMonthAsync(asked.Value, cancellationToken), TaxMonthResource.Of) : ApiResults.Problem(asked.Error);
    }

    private static async Task<IResult> FaktursAsync([AsParameters] ListParameters list, [FromQuery, Description("The month, as yyyy-MM.")] string? month, ITaxBooks books, CancellationToken cancellationToken)
    {
        var (page, asked) = (list.Read(NoSorts), MonthOf(month));
        return (page.Error ?? asked.Error ?? Required(asked.Value)) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await books.FaktursAsync(asked.Value!.Value, page.Value, cancellationToken), FakturResource.Of);
    }

    private static async Task<IResult> CoretaxAsync(
        [FromQuery, Description("The month, as yyyy-MM.")] string? month, [FromQuery, Description("Which file of the month, from 1.")] int? part, HttpContext http, ITaxBooks books, CancellationToken cancellationToken)
    {
        var asked = MonthOf(month);
        return (asked.Error ?? Required(asked.Value)) is { } wrong ? ApiResults.Problem(wrong) : FileOf(http, await books.CoretaxAsync(asked.Value!.Value, part ?? 1, cancellationToken));
    }

    /// <summary>The file, or the problem.</summary>
    public static IResult FileOf(HttpContext http, Result<TaxFile> file)
    {
        if (!file.Succeeded)
        {
            return ApiResults.Problem(file.Error);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file.Value.Content.ToArray(), Xml, file.Value.Name);
    }

    private static async Task<IResult> TelecomAsync([FromQuery, Description("The year; without one this year.")] int? year, ITaxBooks books, CancellationToken cancellationToken) =>
        ApiResults.Ok(await books.GetTelecomAsync(year, cancellationToken), TelecomResource.Of);

    private static async Task<IResult> WaitingAsync([AsParameters] ListParameters list, ITaxBooks books, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await books.WaitingAsync(page.Value, cancellationToken), WaitingSlipResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> RecordAsync(Guid id, RecordSlipBody body, ITaxBooks books, CancellationToken cancellationToken)
    {
        if (body.On is not { } on || body.Amount is not { } amount)
        {
            return ApiResults.Problem(ApiErrors.Field(body.On is null ? "on" : "amount", "common.required"));
        }

        return ApiResults.NoContent(await books.RecordSlipAsync(id, new RecordSlipRequest(body.Number ?? "", on, amount), cancellationToken));
    }

    private static Result<TaxMonth?> MonthOf(string? text) =>
        string.IsNullOrEmpty(text) ? Result.Of<TaxMonth?>(null) : TaxMonth.Parse(text) is { } month ? Result.Of<TaxMonth?>(month) : ApiErrors.Field("month", "common.not_allowed");

    private static Error? Required(TaxMonth? month) => month is null ? ApiErrors.Field("month", "common.required") : null;
}
