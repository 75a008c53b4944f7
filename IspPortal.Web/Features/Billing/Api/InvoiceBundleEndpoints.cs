using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/invoice-bundles: many bills as one PDF, made in the background.</summary>
internal static class InvoiceBundleEndpoints
{
    public static void MapInvoiceBundles(this IEndpointRouteBuilder api)
    {
        var bundles = api.MapGroup("/invoice-bundles").WithTags("Invoices");

        bundles.MapPost("/", RequestAsync).WithName("requestInvoiceBundle").Needs(InvoicePermissions.InvoicesRead).NeedsIdempotencyKey()
            .WithSummary("Have the bills that a list shows put into one PDF")
            .WithDescription("Drafts are left out. Up to 300 bills; it is made in the background and kept for a day.")
            .Produces<InvoiceBundleResource>(StatusCodes.Status201Created);

        bundles.MapGet("/{id}", async (Guid id, IInvoiceBundles directory, CancellationToken token) => ApiResults.Ok(await directory.GetAsync(id, token), InvoiceBundleResource.Of))
            .WithName("getInvoiceBundle").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("Read how far it is")
            .Produces<InvoiceBundleResource>().Fails(StatusCodes.Status404NotFound);

        bundles.MapGet("/{id}/pdf", InvoiceExport.BundleAsync).WithName("downloadInvoiceBundle").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("Load its PDF")
            .Produces<byte[]>(contentType: "application/pdf").Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> RequestAsync(InvoiceBundleBody body, IInvoiceBundles bundles, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.Kind is not null && BillingWords.EnumOf<InvoiceKind>(body.Kind) is null)
        {
            return ApiResults.Problem(ApiErrors.UnknownValue("kind", [.. Enum.GetNames<InvoiceKind>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])]));
        }

        if (body.Status is not null && BillingWords.EnumOf<InvoiceStatus>(body.Status) is null)
        {
            return ApiResults.Problem(ApiErrors.UnknownValue("status", [.. Enum.GetNames<InvoiceStatus>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])]));
        }

        var filter = new InvoiceFilter
        {
            BillingAccountId = body.BillingAccountId, CustomerId = body.CustomerId, RunId = body.RunId, Kind = BillingWords.EnumOf<InvoiceKind>(body.Kind), Status = BillingWords.EnumOf<InvoiceStatus>(body.Status),
            OverdueOnly = body.Overdue, From = body.From, To = body.To,
        };
        var id = body.Id ?? Ids.New(clock);
        var asked = await bundles.RequestAsync(id, filter, new PageRequest(1, 1, body.Search), cancellationToken);
        var bundle = asked.Succeeded ? await bundles.GetAsync(id, cancellationToken) : asked.Error;
        return bundle.Succeeded ? TypedResults.Created($"/api/v1/invoice-bundles/{id}", InvoiceBundleResource.Of(bundle.Value)) : ApiResults.Problem(bundle.Error);
    }
}
