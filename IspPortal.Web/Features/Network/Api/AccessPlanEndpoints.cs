using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/access-plans</summary>
internal static class AccessPlanEndpoints
{
    private static readonly string[] Sorts = ["created", "ended", "state"];

    public static void MapAccessPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/access-plans").WithTags("Access plans");

        plans.MapGet("/", ListAsync).WithName("listAccessPlans").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List plans, the newest first")
            .WithDescription("Search looks at reason and author. Sorts: created, ended, state.")
            .AnswersPage<AccessPlanRow>();

        plans.MapGet("/{id}", GetAsync).WithName("getAccessPlan").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("Read one plan with its routers")
            .Produces<AccessPlanResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapGet("/{id}/steps", ListStepsAsync).WithName("listAccessPlanSteps").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List the steps of a plan in order")
            .WithDescription("Search looks at the key. Passwords appear as *** where one is written.")
            .AnswersPage<PlanStepRow>();

        plans.MapGet("/{id}/findings", ListFindingsAsync).WithName("listAccessPlanFindings").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List what a plan leaves alone, and why")
            .AnswersPage<PlanFinding>();

        plans.MapPost("/", CreateAsync).WithName("createAccessPlan").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Read routers, compare and store a draft")
            .WithDescription("Writes nothing to a router. One that cannot be read is in the plan with its error; when none can be read the error is given.")
            .Produces<AccessPlanResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        plans.MapPost("/{id}/apply", ApplyAsync).WithName("applyAccessPlan").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Start applying a draft")
            .WithDescription("It goes on in the background: read the plan to follow it. version is required.")
            .Produces<AccessPlanResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapPost("/{id}/stop", StopAsync).WithName("stopAccessPlan").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Stop after the steps under way")
            .Produces<AccessPlanResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapPost("/{id}/resume", ResumeAsync).WithName("resumeAccessPlan").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Go on with a stopped or failed plan, failed steps included")
            .Produces<AccessPlanResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapPost("/{id}/discard", DiscardAsync).WithName("discardAccessPlan").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Throw a draft away")
            .Produces<AccessPlanResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapPost("/{id}/undo", UndoAsync).WithName("undoAccessPlan").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Make the draft that takes a plan back")
            .WithDescription("The new plan is applied like every other.")
            .Produces<AccessPlanResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only plans in this state.")] EnumWord<AccessPlanState>? state,
        [FromQuery, Description("Only plans that concern this router.")] Guid? routerId,
        [FromQuery, Description("Only plans of this origin.")] string? origin,
        IAccessPlans plans,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = state.Read("state");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(
                await plans.ListAsync(new AccessPlanFilter(wanted.Value, routerId, string.IsNullOrEmpty(origin) ? null : origin), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IAccessPlans plans, CancellationToken cancellationToken) =>
        ApiResults.Ok(await plans.GetAsync(id, cancellationToken), AccessPlanResource.Of);

    private static async Task<IResult> ListStepsAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only steps of this router.")] Guid? routerId,
        [FromQuery, Description("Only steps in this state.")] EnumWord<PlanStepState>? state,
        [FromQuery, Description("Only steps that do this.")] EnumWord<PlanVerb>? verb,
        IAccessPlans plans,
        CancellationToken cancellationToken)
    {
        var page = list.Read();
        var (inState, doing) = (state.Read("state"), verb.Read("verb"));
        return (page.Error ?? inState.Error ?? doing.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await plans.ListStepsAsync(id, new PlanStepFilter(routerId, inState.Value, doing.Value), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> ListFindingsAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only findings on this router.")] Guid? routerId,
        IAccessPlans plans,
        CancellationToken cancellationToken)
    {
        var page = list.Read();
        return page.Succeeded ? ApiResults.Page(await plans.ListFindingsAsync(id, routerId, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> CreateAsync(CreatePlanBody body, IAccessPlans plans, CancellationToken cancellationToken) =>
        await CreatedAsync(await plans.CreateAsync(body.ToRequest(), cancellationToken), plans, cancellationToken);

    private static async Task<IResult> ApplyAsync(Guid id, ApplyPlanBody body, IAccessPlans plans, CancellationToken cancellationToken) =>
        body.Version is { } version
            ? await AfterAsync(id, await plans.ApplyAsync(id, version, cancellationToken), plans, cancellationToken)
            : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> StopAsync(Guid id, IAccessPlans plans, CancellationToken cancellationToken) =>
        await AfterAsync(id, await plans.StopAsync(id, cancellationToken), plans, cancellationToken);

    private static async Task<IResult> ResumeAsync(Guid id, IAccessPlans plans, CancellationToken cancellationToken) =>
        await AfterAsync(id, await plans.ResumeAsync(id, cancellationToken), plans, cancellationToken);

    private static async Task<IResult> DiscardAsync(Guid id, IAccessPlans plans, CancellationToken cancellationToken) =>
        await AfterAsync(id, await plans.DiscardAsync(id, cancellationToken), plans, cancellationToken);

    private static async Task<IResult> UndoAsync(Guid id, IAccessPlans plans, CancellationToken cancellationToken) =>
        await CreatedAsync(await plans.UndoAsync(id, cancellationToken), plans, cancellationToken);

    private static async Task<IResult> AfterAsync(Guid id, Result done, IAccessPlans plans, CancellationToken cancellationToken) =>
        done.Succeeded ? await GetAsync(id, plans, cancellationToken) : ApiResults.Problem(done.Error);

    private static async Task<IResult> CreatedAsync(Result<Guid> created, IAccessPlans plans, CancellationToken cancellationToken)
    {
        if (!created.Succeeded)
        {
            return ApiResults.Problem(created.Error);
        }

        var plan = await plans.GetAsync(created.Value, cancellationToken);
        return plan.Succeeded ? TypedResults.Created($"/api/v1/access-plans/{created.Value}", AccessPlanResource.Of(plan.Value)) : ApiResults.Problem(plan.Error);
    }
}
