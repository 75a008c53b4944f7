using System.ComponentModel;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>/api/v1/isolir-runs.</summary>
internal static class IsolirRunEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapIsolirRuns(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/isolir-runs").WithTags("Isolir runs");

        runs.MapGet("/", ListAsync).WithName("listIsolirRuns").Needs(DunningPermissions.DunningRead)
            .WithSummary("List isolir runs and runs that end lines, the newest first")
            .AnswersPage<IsolirRunResource>();

        runs.MapPost("/", PrepareAsync).WithName("prepareIsolirRun").Needs(DunningPermissions.IsolirRun).NeedsIdempotencyKey()
            .WithSummary("Look up whom a run isolates and whom it holds back; nobody is isolated yet")
            .Produces<IsolirRunResource>(StatusCodes.Status201Created);

        runs.MapPost("/terminations", PrepareTerminationAsync).WithName("prepareTerminationRun").Needs(DunningPermissions.TerminationRun).NeedsIdempotencyKey()
            .WithSummary("Look up whose lines a run ends and whom it holds back; nothing is ended yet")
            .Produces<IsolirRunResource>(StatusCodes.Status201Created);

        runs.MapGet("/{id}", async (Guid id, IIsolirRuns isolir, CancellationToken token) => ApiResults.Ok(await isolir.GetAsync(id, token), IsolirRunResource.Of))
            .WithName("getIsolirRun").Needs(DunningPermissions.DunningRead)
            .WithSummary("Read how far a run is")
            .Produces<IsolirRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapGet("/{id}/accounts", ItemsAsync).WithName("listIsolirRunAccounts").Needs(DunningPermissions.DunningRead)
            .WithSummary("List the accounts of a run, those that owe most first, with why they are held back")
            .AnswersPage<IsolirItemResource>();

        runs.MapPost("/{id}/approve", ApproveAsync).WithName("approveIsolirRun").Needs(DunningPermissions.IsolirRun).NeedsIdempotencyKey()
            .WithSummary("Let a run isolate or end what was looked at")
            .Produces<IsolirRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapPost("/{id}/undo", async (Guid id, DunningReasonBody body, IIsolirRuns isolir, CancellationToken token) => await AnswerAsync(isolir, id, await isolir.UndoAsync(id, body.Reason ?? "", token), token))
            .WithName("undoIsolirRun").Needs(DunningPermissions.IsolirRun).NeedsIdempotencyKey()
            .WithSummary("Let everything come back that a run isolated and still is, or that it ended and that had no bill since")
            .Produces<IsolirRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapPost("/{id}/discard", async (Guid id, IIsolirRuns isolir, CancellationToken token) => await AnswerAsync(isolir, id, await isolir.DiscardAsync(id, token), token))
            .WithName("discardIsolirRun").Needs(DunningPermissions.IsolirRun).NeedsIdempotencyKey()
            .WithSummary("Throw a run away before it does anything")
            .Produces<IsolirRunResource>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IIsolirRuns isolir, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await isolir.ListAsync(page.Value, cancellationToken), IsolirRunResource.Of) : ApiResults.Problem(page.Error);
    }

    private static Task<IResult> PrepareAsync(PrepareIsolirBody body, IIsolirRuns isolir, TimeProvider clock, CancellationToken cancellationToken) =>
        PrepareRunAsync(body, isolir, isolir.PrepareAsync, clock, cancellationToken);

    private static Task<IResult> PrepareTerminationAsync(PrepareIsolirBody body, IIsolirRuns isolir, TimeProvider clock, CancellationToken cancellationToken) =>
        PrepareRunAsync(body, isolir, isolir.PrepareTerminationAsync, clock, cancellationToken);

    private static async Task<IResult> PrepareRunAsync(PrepareIsolirBody body, IIsolirRuns isolir, Func<Guid, DateOnly, CancellationToken, Task<Result>> prepare, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.On is not { } on)
        {
            return ApiResults.Problem(ApiErrors.Field("on", "common.required"));
        }

        var id = body.Id ?? Ids.New(clock);
        var prepared = await prepare(id, on, cancellationToken);
        var run = prepared.Succeeded ? await isolir.GetAsync(id, cancellationToken) : prepared.Error;
        return run.Succeeded ? TypedResults.Created($"/api/v1/isolir-runs/{id}", IsolirRunResource.Of(run.Value)) : ApiResults.Problem(run.Error);
    }

    private static async Task<IResult> ItemsAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only accounts that are so far.")] EnumWord<IsolirItemState>? state,
        [FromQuery, Description("Only accounts that are not isolated for this reason.")] EnumWord<DunningObstacle>? obstacle,
        IIsolirRuns isolir,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        var (wantedState, wantedObstacle) = (state.Read("state"), obstacle.Read("obstacle"));
        return (page.Error ?? wantedState.Error ?? wantedObstacle.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await isolir.ItemsAsync(id, new IsolirItemFilter(wantedState.Value, wantedObstacle.Value), page.Value, cancellationToken), IsolirItemResource.Of);
    }

    private static async Task<IResult> ApproveAsync(Guid id, ApproveIsolirBody body, IIsolirRuns isolir, CancellationToken cancellationToken) => body.Version is { } version
        ? await AnswerAsync(isolir, id, await isolir.ApproveAsync(id, version, body.Reason, cancellationToken), cancellationToken)
        : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> AnswerAsync(IIsolirRuns isolir, Guid id, Result done, CancellationToken cancellationToken) =>
        done.Succeeded ? ApiResults.Ok(await isolir.GetAsync(id, cancellationToken), IsolirRunResource.Of) : ApiResults.Problem(done.Error);
}
