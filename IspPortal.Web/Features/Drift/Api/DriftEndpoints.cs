using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Drift;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Drift.Api;

/// <summary>/api/v1/drift</summary>
internal static class DriftEndpoints
{
    private const int MostIds = 5000;

    private static readonly string[] Sorts = ["firstSeen", "changed", "key", "router", "kind", "cost"];

    public static void MapDrift(this IEndpointRouteBuilder api)
    {
        var drift = api.MapGroup("/drift").WithTags("Drift");

        drift.MapGet("/", ListAsync).WithName("listDrift").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List where routers differ from what they should hold")
            .WithDescription("Search looks at the item's key and who changed it. Sorts: firstSeen, changed, key, router, kind, cost. monthlyCost is what the difference costs in a month, in whole rupiah without tax, and costKind whose loss that is: unpaid (runs and is not paid) or unserved (paid and does not run); both null where it is not known. isStale: the router could not be read since. Passwords are only said to differ. changedBy and changedAtUtc tell which user of the router made it so, by its log, or null; changedByIsGuess: the log names no item, and that user alone changed something of the kind then. keptBy: the subscription that says what the line should be; canAdopt is false for its values, which are changed there.")
            .AnswersPage<DriftRow>();

        drift.MapGet("/routers", ListRoutersAsync).WithName("listComparedRouters").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List the routers that are compared")
            .AnswersPage<DriftRouterRow>();

        drift.MapPost("/compare", CompareAsync).WithName("compareRouter").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Read a router and compare it now")
            .WithDescription("Writes nothing to it. 502 or 504 when it cannot be read; its old differences stay.")
            .Produces<CountResource>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        drift.MapPost("/apply", ApplyAsync).WithName("applyDrift").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Make the draft of a plan that ends differences")
            .WithDescription("The routers are read anew; failures names those that could not be read and are not part of the plan. 502 or 504 when none could be. Nothing is written before the plan is applied.")
            .Produces<DriftPlanResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        drift.MapPost("/adopt", AdoptAsync).WithName("adoptDrift").Needs(NetworkPermissions.AccessesWrite).NeedsIdempotencyKey()
            .WithSummary("Take the routers' values, or take over what nobody owned")
            .WithDescription("Writes nothing to a router. What goes against a hold, such as a debt, is left as it is, and so is a line that a subscription keeps (kept says how many): it is changed there. failures names routers that could not be read; 502 or 504 when none could be.")
            .Produces<DriftAdoption>().Fails(StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        drift.MapPost("/ignore", IgnoreAsync).WithName("ignoreDrift").Needs(NetworkPermissions.RoutersApply)
            .WithSummary("Hide differences until they change")
            .Produces<CountResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        drift.MapPost("/unignore", UnignoreAsync).WithName("unignoreDrift").Needs(NetworkPermissions.RoutersApply)
            .WithSummary("Show ignored differences again")
            .Produces<CountResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        var observe = api.MapGroup("/routers/{id}/observe-mode").WithTags("Drift");

        observe.MapGet("/", ObserveAsync).WithName("getObserveMode").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("Read whether the portal writes to a router")
            .Produces<ObserveState>().Fails(StatusCodes.Status404NotFound);

        observe.MapPost("/enter", EnterAsync).WithName("enterObserveMode").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Write nothing to a router from now on")
            .Produces<ObserveState>().Fails(StatusCodes.Status404NotFound);

        observe.MapPost("/leave", LeaveAsync).WithName("leaveObserveMode").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Let plans write to a router again")
            .WithDescription("The router has to have been compared since it was imported. Writes nothing by itself.")
            .Produces<ObserveState>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only differences of this kind.")] EnumWord<DriftKind>? kind,
        [FromQuery, Description("Only differences of this router.")] Guid? routerId,
        [FromQuery, Description("True: only ignored ones; false: only others.")] bool? ignored,
        [FromQuery, Description("Only differences that this user of a router made, guesses among them.")] string? changedBy,
        IDrift drift,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = kind.Read("kind");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(await drift.ListAsync(new DriftFilter(wanted.Value, routerId, ignored, ChangedBy: changedBy), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> ListRoutersAsync([AsParameters] ListParameters list, IDrift drift, CancellationToken cancellationToken)
    {
        var page = list.Read();
        return page.Succeeded
            ? ApiResults.Ok(await drift.ListRoutersAsync(cancellationToken), rows => ApiPage.Cut(rows, page.Value, static row => row.RouterName, static row => row))
            : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> CompareAsync(CompareBody body, IDrift drift, CancellationToken cancellationToken) => body.RouterId is { } routerId
        ? ApiResults.Ok(await drift.CompareAsync(routerId, cancellationToken), static count => new CountResource(count))
        : ApiResults.Problem(ApiErrors.Field("routerId", "common.required"));

    private static async Task<IResult> ApplyAsync(DriftSelectionBody body, IDrift drift, CancellationToken cancellationToken)
    {
        var selection = SelectionOf(body);
        if (!selection.Succeeded)
        {
            return ApiResults.Problem(selection.Error);
        }

        var made = await drift.ApplyAsync(selection.Value with { Ignored = body.Ids is null ? false : null }, body.Reason, cancellationToken);
        return made.Succeeded ? TypedResults.Created($"/api/v1/access-plans/{made.Value.PlanId}", new DriftPlanResource(made.Value.PlanId, made.Value.Failures)) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> AdoptAsync(DriftSelectionBody body, IDrift drift, CancellationToken cancellationToken)
    {
        var selection = SelectionOf(body);
        return selection.Succeeded
            ? ApiResults.Ok(await drift.AdoptAsync(selection.Value with { Ignored = body.Ids is null ? false : null }, body.Reason ?? "", cancellationToken), static adopted => adopted)
            : ApiResults.Problem(selection.Error);
    }

    private static async Task<IResult> IgnoreAsync(DriftSelectionBody body, IDrift drift, CancellationToken cancellationToken)
    {
        var selection = SelectionOf(body);
        return selection.Succeeded
            ? ApiResults.Ok(await drift.IgnoreAsync(selection.Value, body.Reason ?? "", cancellationToken), static count => new CountResource(count))
            : ApiResults.Problem(selection.Error);
    }

    private static async Task<IResult> UnignoreAsync(DriftSelectionBody body, IDrift drift, CancellationToken cancellationToken)
    {
        var selection = SelectionOf(body);
        return selection.Succeeded
            ? ApiResults.Ok(await drift.UnignoreAsync(selection.Value, cancellationToken), static count => new CountResource(count))
            : ApiResults.Problem(selection.Error);
    }

    private static async Task<IResult> ObserveAsync(Guid id, IObserveMode observe, CancellationToken cancellationToken) =>
        ApiResults.Ok(await observe.GetAsync(id, cancellationToken), static state => state);

    private static async Task<IResult> EnterAsync(Guid id, ReasonBody body, IObserveMode observe, CancellationToken cancellationToken)
    {
        var entered = await observe.EnterAsync(id, body.Reason ?? "", cancellationToken);
        return entered.Succeeded ? await ObserveAsync(id, observe, cancellationToken) : ApiResults.Problem(entered.Error);
    }

    private static async Task<IResult> LeaveAsync(Guid id, ReasonBody body, IObserveMode observe, CancellationToken cancellationToken)
    {
        var left = await observe.LeaveAsync(id, body.Reason ?? "", cancellationToken);
        return left.Succeeded ? await ObserveAsync(id, observe, cancellationToken) : ApiResults.Problem(left.Error);
    }

    // Everything of every router at once is no slip of the hand that should be possible.
    private static Result<DriftFilter> SelectionOf(DriftSelectionBody body) =>
        body is { Ids: null, RouterId: null, Kind: null } && string.IsNullOrWhiteSpace(body.Search) ? ApiErrors.Field("ids", "common.required")
        : body.Ids?.Count > MostIds ? ApiErrors.Field("ids", "common.too_long", MostIds)
        : new DriftFilter(body.Kind, body.RouterId, null, body.Ids, Search: body.Search);
}
