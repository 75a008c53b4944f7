using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Pairs;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/routers/{id}/pair</summary>
internal static class PairEndpoints
{
    private const int MostIds = 5000;

    private static readonly string[] Sorts = ["username", "router"];

    public static void MapPairs(this IEndpointRouteBuilder api)
    {
        var pair = api.MapGroup("/routers/{id}/pair").WithTags("Pairs");

        pair.MapGet("/", GetAsync).WithName("getRouterPair").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("Read a router's pair: its partner, how alike the lines are, plans that are not over")
            .WithDescription("partnerId is null for a router without a partner. Routers are paired by twinRouterId and twinMode of the router itself.")
            .Produces<RouterPair>().Fails(StatusCodes.Status404NotFound);

        pair.MapGet("/lines", ListLinesAsync).WithName("listPairLines").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("List the live lines of a pair")
            .WithDescription("Search looks at the username. Sorts: username, router. obstacle: what keeps a line from the other router, as far as is known without reading one.")
            .AnswersPage<PairLineRow>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        pair.MapPost("/preview", PreviewAsync).WithName("previewPairAction").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Say what an action would mean")
            .WithDescription("Reads the routers and changes nothing, neither there nor in the portal.")
            .Produces<PairPreview>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        pair.MapPost("/plan", PlanAsync).WithName("planPairAction").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Do it in the portal and make the draft of its plan")
            .WithDescription(
                "Also needs accesses.write. Routers change when the plan is applied. cleanUpPlanId is the draft for a router that could not be read: "
                + "it is worked out when the router is back; applied before that, it waits for it.")
            .Produces<PairOutcome>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<IResult> GetAsync(Guid id, IRouterPairs pairs, CancellationToken cancellationToken) =>
        ApiResults.Ok(await pairs.GetAsync(id, cancellationToken), static pair => pair);

    private static async Task<IResult> ListLinesAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only lines in this state.")] EnumWord<PairLineState>? state,
        [FromQuery, Description("Only lines that this router of the two serves.")] Guid? servedBy,
        [FromQuery, Description("True: only lines that are not served where they belong.")] bool? away,
        IRouterPairs pairs,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = state.Read("state");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(await pairs.ListLinesAsync(id, new PairLineFilter(wanted.Value, servedBy, away), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> PreviewAsync(Guid id, PairActionBody body, IRouterPairs pairs, CancellationToken cancellationToken)
    {
        var request = RequestOf(body);
        return request.Succeeded ? ApiResults.Ok(await pairs.PreviewAsync(id, request.Value, cancellationToken), static preview => preview) : ApiResults.Problem(request.Error);
    }

    private static async Task<IResult> PlanAsync(Guid id, PairActionBody body, IRouterPairs pairs, CancellationToken cancellationToken)
    {
        var request = RequestOf(body);
        return request.Succeeded ? ApiResults.Ok(await pairs.PlanAsync(id, request.Value, cancellationToken), static outcome => outcome) : ApiResults.Problem(request.Error);
    }

    private static Result<PairRequest> RequestOf(PairActionBody body) =>
        body.Action is not { } action ? ApiErrors.Field("action", "common.required")
        : body.AccessIds?.Count > MostIds ? ApiErrors.Field("accessIds", "common.too_long", MostIds)
        : new PairRequest(action, new PairLineFilter(body.State, AccessIds: body.AccessIds, Search: body.Search), body.Reason, body.Kicks, body.MayAdopt);
}
