using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/accesses: what owned lines should be.</summary>
internal static class OwnedAccessEndpoints
{
    public static void MapOwnedAccesses(this IEndpointRouteBuilder api)
    {
        var accesses = api.MapGroup("/accesses").WithTags("Accesses");

        accesses.MapGet("/{id}/desired", GetAsync).WithName("getDesiredAccess").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("Read what an owned line should be")
            .WithDescription("409 network.access_not_owned for one that was only seen on a router.")
            .Produces<OwnedAccessResource>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        accesses.MapPost("/", AddAsync).WithName("addAccess").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("Take a line into the portal's care")
            .WithDescription("Nothing changes on a router until a plan is applied. An access of that router, service and username keeps its id; mayAdopt lets the plan take over what is already on the router.")
            .Produces<OwnedAccessResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);

        accesses.MapPut("/{id}", ChangeAsync).WithName("changeAccess").Needs(NetworkPermissions.AccessesWrite)
            .WithSummary("Change what an owned line should be")
            .WithDescription("The whole line is given; a field that is left out is emptied, the password excepted: null keeps it. Another routerId moves it. version is required.")
            .Produces<OwnedAccessResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        accesses.MapPost("/{id}/holds", ChangeHoldsAsync).WithName("changeAccessHolds").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("Set and lift holds")
            .WithDescription("dunning and expired isolate, manual, pause and abuse disable; the strictest wins.")
            .Produces<OwnedAccessResource>().Fails(StatusCodes.Status404NotFound);

        accesses.MapPost("/{id}/password", SetPasswordAsync).WithName("setAccessPassword").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("Set a line's password")
            .Produces<OwnedAccessResource>().Fails(StatusCodes.Status404NotFound);

        accesses.MapPost("/{id}/terminate", TerminateAsync).WithName("terminateAccess").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("End a line")
            .WithDescription("It is to be disabled now and removed after keepDays; its username stays reserved.")
            .Produces<OwnedAccessResource>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GetAsync(Guid id, IOwnedAccesses lines, CancellationToken cancellationToken) =>
        ApiResults.Ok(await lines.GetAsync(id, cancellationToken), OwnedAccessResource.Of);

    private static async Task<IResult> AddAsync(SaveAccessBody body, IAccessEditor editor, IOwnedAccesses lines, CancellationToken cancellationToken)
    {
        var added = await editor.AddAsync(body.ToRequest(), cancellationToken);
        if (!added.Succeeded)
        {
            return ApiResults.Problem(added.Error);
        }

        var line = await lines.GetAsync(added.Value, cancellationToken);
        return line.Succeeded ? TypedResults.Created($"/api/v1/accesses/{added.Value}", OwnedAccessResource.Of(line.Value)) : ApiResults.Problem(line.Error);
    }

    private static async Task<IResult> ChangeAsync(Guid id, SaveAccessBody body, IAccessEditor editor, IOwnedAccesses lines, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var changed = await editor.UpdateAsync(id, version, body.ToRequest(), cancellationToken);
        return changed.Succeeded ? await GetAsync(id, lines, cancellationToken) : ApiResults.Problem(changed.Error);
    }

    private static async Task<IResult> ChangeHoldsAsync(Guid id, ChangeHoldsBody body, IAccessEditor editor, IOwnedAccesses lines, CancellationToken cancellationToken)
    {
        var changed = await editor.ChangeHoldsAsync(id, ChangeHoldsBody.Together(body.Set), ChangeHoldsBody.Together(body.Lift), body.Reason ?? "", cancellationToken);
        return changed.Succeeded ? await GetAsync(id, lines, cancellationToken) : ApiResults.Problem(changed.Error);
    }

    private static async Task<IResult> SetPasswordAsync(Guid id, SetPasswordBody body, IAccessEditor editor, IOwnedAccesses lines, CancellationToken cancellationToken)
    {
        var changed = await editor.SetPasswordAsync(id, body.Password, cancellationToken);
        return changed.Succeeded ? await GetAsync(id, lines, cancellationToken) : ApiResults.Problem(changed.Error);
    }

    private static async Task<IResult> TerminateAsync(Guid id, TerminateAccessBody body, IAccessEditor editor, IOwnedAccesses lines, CancellationToken cancellationToken)
    {
        if (body.KeepDays is < 0 or > TerminateAccessBody.MostDays)
        {
            return ApiResults.Problem(ApiErrors.Field("keepDays", "common.out_of_range", 0, TerminateAccessBody.MostDays));
        }

        var ended = await editor.TerminateAsync(id, TimeSpan.FromDays(body.KeepDays), body.Reason ?? "", cancellationToken);
        return ended.Succeeded ? await GetAsync(id, lines, cancellationToken) : ApiResults.Problem(ended.Error);
    }
}
