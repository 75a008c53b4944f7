using IspPortal.Core.Network;
using IspPortal.Core.Network.Isolir;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/routers/{id}/isolir</summary>
internal static class IsolirEndpoints
{
    public static void MapIsolir(this IEndpointRouteBuilder api)
    {
        var isolir = api.MapGroup("/routers/{id}/isolir").WithTags("Isolir kit");

        isolir.MapGet("/", GetAsync).WithName("getIsolirKit").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("Read how a router's isolir kit stands, by its last check")
            .Produces<IsolirKitResource>().Fails(StatusCodes.Status404NotFound);

        isolir.MapPost("/check", CheckAsync).WithName("checkIsolirKit").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Check it now with a test session")
            .WithDescription("Takes up to two minutes: the test account dials anew. A kit that is not in order answers 200 with state red and the reason in report.errorCode; an error means that the router could not be asked, and the last report stays.")
            .Produces<IsolirKitResource>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        isolir.MapPost("/install", InstallAsync).WithName("installIsolirKit").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Make the plan that installs or mends it")
            .WithDescription("Writes nothing to the router: the plan is looked at and applied like any other. 409 provisioning.nothing_to_do when all of it is there.")
            .Produces<MadePlanResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<IResult> GetAsync(Guid id, IIsolirKit kit, CancellationToken cancellationToken) =>
        ApiResults.Ok(await kit.GetAsync(id, cancellationToken), IsolirKitResource.Of);

    private static async Task<IResult> CheckAsync(Guid id, IIsolirKit kit, CancellationToken cancellationToken) =>
        ApiResults.Ok(await kit.CheckAsync(id, cancellationToken), static report => IsolirKitResource.Of(report));

    private static async Task<IResult> InstallAsync(Guid id, IIsolirKit kit, CancellationToken cancellationToken)
    {
        var plan = await kit.PlanInstallAsync(id, cancellationToken);
        return plan.Succeeded ? TypedResults.Created($"/api/v1/access-plans/{plan.Value}", new MadePlanResource(plan.Value)) : ApiResults.Problem(plan.Error);
    }
}
