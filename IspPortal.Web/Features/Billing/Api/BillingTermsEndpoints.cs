using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/billing-accounts/{id}/terms.</summary>
internal static class BillingTermsEndpoints
{
    public static void MapBillingTerms(this IEndpointRouteBuilder api)
    {
        api.MapGet("/billing-accounts/{id}/terms", async (Guid id, IBillingTerms terms, CancellationToken token) => ApiResults.Ok(await terms.GetAsync(id, token), BillingTermsResource.Of))
            .WithTags("Taxes").WithName("getBillingTerms").Needs(TaxPermissions.TaxRead)
            .WithSummary("How a billing account is billed and taxed")
            .Produces<BillingTermsResource>().Fails(StatusCodes.Status404NotFound);

        api.MapPut("/billing-accounts/{id}/terms", SaveAsync)
            .WithTags("Taxes").WithName("saveBillingTerms").Needs(TaxPermissions.TaxWrite)
            .WithSummary("Set how a billing account is billed and taxed from now on")
            .Produces<BillingTermsResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SaveAsync(Guid id, BillingTermsBody body, IBillingTerms terms, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version || body.Tax is not { } tax)
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : "tax", "common.required"));
        }

        var saved = await terms.SaveAsync(id, version, new SaveBillingTermsRequest(tax, body.WithholdingBasisPoints ?? 0, body.FixedDay, body.Npwp, body.Nik, body.Idtku), cancellationToken);
        return saved.Succeeded ? ApiResults.Ok(await terms.GetAsync(id, cancellationToken), BillingTermsResource.Of) : ApiResults.Problem(saved.Error);
    }
}
