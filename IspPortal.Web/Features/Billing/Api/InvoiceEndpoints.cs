using System.ComponentModel;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/invoices.</summary>
internal static class InvoiceEndpoints
{
    private static readonly string[] Sorts = ["number", "issuedOn", "dueOn", "payable"];

    public static void MapInvoices(this IEndpointRouteBuilder api)
    {
        var invoices = api.MapGroup("/invoices").WithTags("Invoices");

        invoices.MapGet("/", ListAsync).WithName("listInvoices").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("List bills, the newest first")
            .WithDescription("Search finds the beginning of a number or of the buyer's name. Sorts: number, issuedOn, dueOn, payable.")
            .AnswersPage<InvoiceResource>();

        invoices.MapGet("/{id}", async (Guid id, IInvoiceDirectory directory, CancellationToken token) => ApiResults.Ok(await directory.GetAsync(id, token), WholeInvoiceResource.Of))
            .WithName("getInvoice").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("Read a whole bill")
            .Produces<WholeInvoiceResource>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only bills of this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only bills of this customer.")] Guid? customerId,
        [FromQuery, Description("Only bills of this billing run.")] Guid? runId,
        [FromQuery, Description("Only bills of this kind.")] EnumWord<InvoiceKind>? kind,
        [FromQuery, Description("Only bills with this standing.")] EnumWord<InvoiceStatus>? status,
        [FromQuery, Description("Only bills whose day is over.")] bool? overdue,
        [FromQuery, Description("Only bills issued on that day or later.")] DateOnly? from,
        [FromQuery, Description("Only bills issued on that day or earlier.")] DateOnly? to,
        IInvoiceDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var (wantedKind, wantedStatus) = (kind.Read("kind"), status.Read("status"));
        if ((page.Error ?? wantedKind.Error ?? wantedStatus.Error) is { } wrong)
        {
            return ApiResults.Problem(wrong);
        }

        var filter = new InvoiceFilter { BillingAccountId = billingAccountId, CustomerId = customerId, RunId = runId, Kind = wantedKind.Value, Status = wantedStatus.Value, OverdueOnly = overdue ?? false, From = from, To = to };
        return ApiResults.Page(await directory.ListAsync(filter, page.Value, cancellationToken), InvoiceResource.Of);
    }
}
