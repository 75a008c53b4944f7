using System.ComponentModel;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/billing-runs and the bill that an account would get.</summary>
internal static class BillingRunEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapBillingRuns(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/billing-runs").WithTags("Billing runs");

        runs.MapGet("/", ListAsync).WithName("listBillingRuns").Needs(BillingPermissions.BillingRead)
            .WithSummary("List billing runs, the newest first")
            .AnswersPage<BillingRunResource>();

        runs.MapPost("/", PrepareAsync).WithName("prepareBillingRun").Needs(BillingPermissions.BillingRun).NeedsIdempotencyKey()
            .WithSummary("Have the bills up to a day computed; nothing is billed yet")
            .Produces<BillingRunResource>(StatusCodes.Status201Created);

        runs.MapGet("/{id}", async (Guid id, IBillingRuns billing, CancellationToken token) => ApiResults.Ok(await billing.GetAsync(id, token), BillingRunResource.Of))
            .WithName("getBillingRun").Needs(BillingPermissions.BillingRead)
            .WithSummary("Read how far a run is")
            .Produces<BillingRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapGet("/{id}/accounts", ItemsAsync).WithName("listBillingRunAccounts").Needs(BillingPermissions.BillingRead)
            .WithSummary("List the accounts of a run, the most unusual first")
            .AnswersPage<BillingItemResource>();

        runs.MapPost("/{id}/approve", ApproveAsync).WithName("approveBillingRun").Needs(BillingPermissions.BillingApprove).NeedsIdempotencyKey()
            .WithSummary("Let a run bill what was looked at")
            .Produces<BillingRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapPost("/{id}/pause", async (Guid id, IBillingRuns billing, CancellationToken token) => await AnswerAsync(billing, id, await billing.PauseAsync(id, token), token))
            .WithName("pauseBillingRun").Needs(BillingPermissions.BillingRun).NeedsIdempotencyKey()
            .WithSummary("Stop a run for now; what is billed stays")
            .Produces<BillingRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapPost("/{id}/resume", async (Guid id, IBillingRuns billing, CancellationToken token) => await AnswerAsync(billing, id, await billing.ResumeAsync(id, token), token))
            .WithName("resumeBillingRun").Needs(BillingPermissions.BillingRun).NeedsIdempotencyKey()
            .WithSummary("Let a paused run go on")
            .Produces<BillingRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapPost("/{id}/discard", async (Guid id, IBillingRuns billing, CancellationToken token) => await AnswerAsync(billing, id, await billing.DiscardAsync(id, token), token))
            .WithName("discardBillingRun").Needs(BillingPermissions.BillingRun).NeedsIdempotencyKey()
            .WithSummary("Throw a preview away")
            .Produces<BillingRunResource>().Fails(StatusCodes.Status404NotFound);

        runs.MapPost("/what-if", WhatIfAsync).WithName("thinkBillingRunThrough").Needs(BillingPermissions.BillingRun)
            .WithSummary("What a whole run would bill, with prices, tax or minimum changed if wished; nothing is kept")
            .WithDescription("Counts what is billed by now. One at a time: 409 billing.what_if_busy while another is computed.")
            .Produces<WhatIfResource>().Fails(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/billing-accounts/{id}/next-bill", PreviewAsync).WithTags("Billing runs").WithName("previewBill").Needs(BillingPermissions.BillingRead)
            .WithSummary("The bill that an account would get on a day")
            .Produces<BillPreviewResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IBillingRuns billing, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await billing.ListAsync(page.Value, cancellationToken), BillingRunResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> PrepareAsync(PrepareRunBody body, IBillingRuns billing, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.ThroughOn is not { } through)
        {
            return ApiResults.Problem(ApiErrors.Field("throughOn", "common.required"));
        }

        var id = body.Id ?? Ids.New(clock);
        var prepared = await billing.PrepareAsync(id, through, body.Observe, cancellationToken);
        var run = prepared.Succeeded ? await billing.GetAsync(id, cancellationToken) : prepared.Error;
        return run.Succeeded ? TypedResults.Created($"/api/v1/billing-runs/{id}", BillingRunResource.Of(run.Value)) : ApiResults.Problem(run.Error);
    }

    private static async Task<IResult> WhatIfAsync(WhatIfBody body, IBillingWhatIf whatIf, CancellationToken cancellationToken) => body.ThroughOn is { } through
        ? ApiResults.Ok(
            await whatIf.ComputeAsync(
                new WhatIfRequest(through)
                {
                    AssumedFromOn = body.AssumedFromOn,
                    Prices = body.Prices?.ToDictionary(price => price.Key, price => Money.Idr(price.Value)) ?? [],
                    TaxBasisPoints = body.TaxBasisPoints,
                    MinimumCharge = body.MinimumCharge is { } least ? Money.Idr(least) : null,
                },
                progress: null,
                cancellationToken),
            WhatIfResource.Of)
        : ApiResults.Problem(ApiErrors.Field("throughOn", "common.required"));

    private static async Task<IResult> ItemsAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only accounts that are so far.")] EnumWord<BillingItemState>? state,
        [FromQuery, Description("Only accounts that are unusual in this way.")] EnumWord<UnusualBill>? unusual,
        IBillingRuns billing,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        var (wantedState, wantedUnusual) = (state.Read("state"), unusual.Read("unusual"));
        return (page.Error ?? wantedState.Error ?? wantedUnusual.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await billing.ItemsAsync(id, new BillingItemFilter(wantedState.Value, wantedUnusual.Value), page.Value, cancellationToken), BillingItemResource.Of);
    }

    private static async Task<IResult> ApproveAsync(Guid id, ApproveRunBody body, IBillingRuns billing, CancellationToken cancellationToken) => body.Version is { } version
        ? await AnswerAsync(billing, id, await billing.ApproveAsync(id, version, body.Reason, cancellationToken), cancellationToken)
        : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> PreviewAsync(
        Guid id, [FromQuery, Description("The day; without one today.")] DateOnly? on, IBillingRuns billing, IBusinessClock business, CancellationToken cancellationToken) =>
        ApiResults.Ok(await billing.PreviewAsync(id, on ?? await business.TodayAsync(cancellationToken), cancellationToken), BillPreviewResource.Of);

    private static async Task<IResult> AnswerAsync(IBillingRuns billing, Guid id, Result done, CancellationToken cancellationToken) =>
        done.Succeeded ? ApiResults.Ok(await billing.GetAsync(id, cancellationToken), BillingRunResource.Of) : ApiResults.Problem(done.Error);
}
