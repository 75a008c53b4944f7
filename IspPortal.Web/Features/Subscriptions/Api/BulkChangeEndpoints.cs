using IspPortal.Core.Common.Time;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>/api/v1/subscriptions/bulk: one change to many.</summary>
internal static class BulkChangeEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapBulkChanges(this RouteGroupBuilder subscriptions)
    {
        var bulk = subscriptions.MapGroup("/bulk");

        bulk.MapGet("/", ListAsync).WithName("listBulkChanges").Needs(SubscriptionsPermissions.SubscriptionsBulk)
            .WithSummary("List changes to many, the newest first")
            .AnswersPage<BulkRunRow>();

        bulk.MapPost("/preview", async (BulkChangeBody body, IBulkChanges changes, CancellationToken token) => ApiResults.Ok(await changes.PreviewAsync(body.ToRequest(), token), BulkPreviewResource.Of))
            .WithName("previewBulkChange").Needs(SubscriptionsPermissions.SubscriptionsBulk)
            .WithSummary("Say what a change to many would do")
            .WithDescription("Changes nothing. At most 5,000 at once. Needs what the same change of one needs besides: subscriptions.write, for tags customers.write.")
            .Produces<BulkPreviewResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        bulk.MapPost("/", StartAsync).WithName("startBulkChange").Needs(SubscriptionsPermissions.SubscriptionsBulk).NeedsIdempotencyKey()
            .WithSummary("Begin a change to many; it goes on in the background")
            .WithDescription("Needs what the same change of one needs besides: subscriptions.write, for tags customers.write.")
            .Produces<BulkRunRow>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);

        bulk.MapGet("/{runId}", async (Guid runId, IBulkChanges changes, CancellationToken token) => ApiResults.Ok(await changes.GetAsync(runId, token), static run => run))
            .WithName("getBulkChange").Needs(SubscriptionsPermissions.SubscriptionsBulk)
            .WithSummary("Read how far a change to many is")
            .Produces<BulkRunRow>().Fails(StatusCodes.Status404NotFound);

        bulk.MapGet("/{runId}/failures", FailuresAsync).WithName("listBulkChangeFailures").Needs(SubscriptionsPermissions.SubscriptionsBulk)
            .WithSummary("List those that could not be changed")
            .AnswersPage<BulkFailureRow>();

        bulk.MapPost("/{runId}/stop", async (Guid runId, IBulkChanges changes, CancellationToken token) =>
        {
            var stopped = await changes.StopAsync(runId, token);
            return stopped.Succeeded ? ApiResults.Ok(await changes.GetAsync(runId, token), static run => run) : ApiResults.Problem(stopped.Error);
        }).WithName("stopBulkChange").Needs(SubscriptionsPermissions.SubscriptionsBulk).NeedsIdempotencyKey()
            .WithSummary("Stop a change to many; what was done stays done")
            .Produces<BulkRunRow>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IBulkChanges changes, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await changes.ListAsync(page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> FailuresAsync(Guid runId, [AsParameters] ListParameters list, IBulkChanges changes, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await changes.ListFailuresAsync(runId, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> StartAsync(BulkChangeBody body, IBulkChanges changes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var id = body.Id ?? Ids.New(clock);
        var started = await changes.StartAsync(id, body.ToRequest(), cancellationToken);
        if (!started.Succeeded)
        {
            return ApiResults.Problem(started.Error);
        }

        var run = await changes.GetAsync(id, cancellationToken);
        return run.Succeeded ? TypedResults.Created($"/api/v1/subscriptions/bulk/{id}", run.Value) : ApiResults.Problem(run.Error);
    }
}
