using IspPortal.Core.Network;
using IspPortal.Core.Plans;
using IspPortal.Web.Features.Drift.Api;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>/api/v1/plans/{id}/profiles: a plan on the routers.</summary>
internal static class PlanProfileEndpoints
{
    public static void MapPlanProfiles(this IEndpointRouteBuilder api)
    {
        var profiles = api.MapGroup("/plans/{id}/profiles").WithTags("Service plans");

        profiles.MapGet("/", ListAsync).WithName("listPlanProfiles").Needs(PlanPermissions.PlansRead)
            .WithSummary("Say how the plan's profile stands on each router")
            .WithDescription("From what was last read (readAtUtc); asks no router. Empty for static plans.")
            .Produces<IReadOnlyList<PlanProfileRow>>().Fails(StatusCodes.Status404NotFound);

        profiles.MapPost("/read", ReadAsync).WithName("readPlanProfiles").Needs(NetworkPermissions.RoutersRead).NeedsIdempotencyKey()
            .WithSummary("Read the profiles of every router now")
            .Produces<IReadOnlyList<PlanProfileRow>>().Fails(StatusCodes.Status404NotFound);

        profiles.MapPut("/{routerId}", MapAsync).WithName("mapPlanProfile").Needs(PlanPermissions.PlansWrite)
            .WithSummary("Say which profile serves the plan on one router")
            .WithDescription("null or the plan's own profile takes the choice back.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        profiles.MapPost("/mend", MendAsync).WithName("mendPlanProfiles").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Make the access plan that gives profiles the plan's speed")
            .WithDescription("A draft: apply it at /access-plans. Missing profiles are made only with adopt.")
            .Produces<PlanCreatedResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<IResult> ListAsync(Guid id, IPlanProfiles profiles, CancellationToken cancellationToken) =>
        ApiResults.Ok(await profiles.ListAsync(id, cancellationToken), static rows => rows);

    private static async Task<IResult> ReadAsync(Guid id, IPlanProfiles profiles, CancellationToken cancellationToken) =>
        ApiResults.Ok(await profiles.ReadAsync(id, cancellationToken), static rows => rows);

    private static async Task<IResult> MapAsync(Guid id, Guid routerId, MapProfileBody body, IPlanProfiles profiles, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await profiles.MapAsync(id, routerId, body.Profile, cancellationToken));

    private static async Task<IResult> MendAsync(Guid id, MendProfilesRequest body, IPlanProfiles profiles, CancellationToken cancellationToken)
    {
        var made = await profiles.MendAsync(id, body, cancellationToken);
        return made.Succeeded ? TypedResults.Created($"/api/v1/access-plans/{made.Value}", new PlanCreatedResource(made.Value)) : ApiResults.Problem(made.Error);
    }
}
