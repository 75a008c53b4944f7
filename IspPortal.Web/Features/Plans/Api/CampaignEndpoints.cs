using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Web.Features.Drift.Api;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>/api/v1/plans/campaigns</summary>
internal static class CampaignEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapPlanCampaigns(this IEndpointRouteBuilder api)
    {
        var campaigns = api.MapGroup("/plans/campaigns").WithTags("Service plans");
        campaigns.MapGet("/", ListAsync).WithName("listSpeedCampaigns").Needs(PlanPermissions.PlansRead)
            .WithSummary("List speed campaigns, the latest first").WithDescription("Search looks at the name. Sorts: starts, name, state.").AnswersPage<CampaignRow>();
        campaigns.MapGet("/{id}", GetAsync).WithName("getSpeedCampaign").Needs(PlanPermissions.PlansRead)
            .WithSummary("Read one campaign and how much it changed").Produces<CampaignDetails>().Fails(StatusCodes.Status404NotFound);
        campaigns.MapGet("/{id}/changes", ListChangesAsync).WithName("listSpeedCampaignChanges").Needs(PlanPermissions.PlansRead)
            .WithSummary("List the profiles and static lines that a campaign changed, by router").AnswersPage<CampaignChange>().Fails(StatusCodes.Status404NotFound);
        campaigns.MapPost("/", AddAsync).WithName("addSpeedCampaign").Needs(PlanPermissions.PlansCampaign).NeedsIdempotencyKey()
            .WithSummary("Schedule a campaign")
            .WithDescription("It begins and ends by itself and leaves bills alone. 409 plans.campaign_overlaps when a plan has another in that time.")
            .Produces<CampaignDetails>(StatusCodes.Status201Created);
        campaigns.MapPut("/{id}", ChangeAsync).WithName("changeSpeedCampaign").Needs(PlanPermissions.PlansCampaign)
            .WithSummary("Change a campaign that has not begun").Produces<CampaignDetails>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        campaigns.MapPost("/{id}/stop", StopAsync).WithName("stopSpeedCampaign").Needs(PlanPermissions.PlansCampaign).NeedsIdempotencyKey()
            .WithSummary("Call a campaign off, or end a running one now").Produces<CampaignDetails>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only campaigns in this state.")] EnumWord<SpeedCampaignState>? state,
        ISpeedCampaigns campaigns,
        CancellationToken cancellationToken)
    {
        var page = list.Read("starts", "name", "state");
        var wanted = state.Read("state");
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await campaigns.ListAsync(wanted.Value, page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, ISpeedCampaigns campaigns, CancellationToken cancellationToken) => ApiResults.Ok(await campaigns.GetAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> ListChangesAsync(Guid id, [AsParameters] ListParameters list, ISpeedCampaigns campaigns, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await campaigns.ListChangesAsync(id, page.Value, cancellationToken), static change => change) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> AddAsync(CampaignBody body, ISpeedCampaigns campaigns, CancellationToken cancellationToken)
    {
        var added = await campaigns.AddAsync(body.ToRequest(), cancellationToken);
        var row = added.Succeeded ? await campaigns.GetAsync(added.Value, cancellationToken) : added.Error;
        return row.Succeeded ? TypedResults.Created($"/api/v1/plans/campaigns/{row.Value.Row.Id}", row.Value) : ApiResults.Problem(row.Error);
    }

    private static async Task<IResult> ChangeAsync(Guid id, CampaignBody body, ISpeedCampaigns campaigns, CancellationToken cancellationToken) =>
        body.Version is not { } version ? ApiResults.Problem(ApiErrors.Field("version", "common.required"))
        : await campaigns.UpdateAsync(id, version, body.ToRequest(), cancellationToken) is { Succeeded: false } refused ? ApiResults.Problem(refused.Error)
        : await GetAsync(id, campaigns, cancellationToken);

    private static async Task<IResult> StopAsync(Guid id, ReasonBody body, ISpeedCampaigns campaigns, CancellationToken cancellationToken) =>
        await campaigns.StopAsync(id, body.Reason ?? "", cancellationToken) is { Succeeded: false } refused ? ApiResults.Problem(refused.Error) : await GetAsync(id, campaigns, cancellationToken);
}
