using System.ComponentModel;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>/api/v1/dunning-accounts, promises and late-fees.</summary>
internal static class DunningEndpoints
{
    private static readonly string[] Sorts = ["overdue", "oldestDueOn"];
    private static readonly string[] NoSorts = [];

    public static void MapDunning(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/dunning-accounts").WithTags("Dunning");

        accounts.MapGet("/", ListAsync).WithName("listDunningAccounts").Needs(DunningPermissions.DunningRead)
            .WithSummary("List late accounts, those with the oldest debt first")
            .WithDescription("Search finds the beginning of the account's number or the customer's name. Sorts: overdue, oldestDueOn.")
            .AnswersPage<DunningAccountResource>();

        accounts.MapGet("/{id}", async (Guid id, IDunningDesk desk, CancellationToken token) => ApiResults.Ok(await desk.GetAsync(id, token), WholeDunningAccountResource.Of))
            .WithName("getDunningAccount").Needs(DunningPermissions.DunningRead)
            .WithSummary("Read how it stands with an account, computed now")
            .Produces<WholeDunningAccountResource>().Fails(StatusCodes.Status404NotFound);

        accounts.MapPost("/{id}/promises", PromiseAsync).WithName("makePromise").Needs(DunningPermissions.DunningManage).NeedsIdempotencyKey()
            .WithSummary("Note a promise to pay or a plan of instalments")
            .Produces<WholeDunningAccountResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);

        accounts.MapPost("/{id}/withdraw-promise", async (Guid id, DunningReasonBody body, IDunningDesk desk, CancellationToken token) => await AnswerAsync(desk, id, await desk.WithdrawPromiseAsync(id, body.Reason ?? "", token), token))
            .WithName("withdrawPromise").Needs(DunningPermissions.DunningManage).NeedsIdempotencyKey()
            .WithSummary("Take the open promise back")
            .Produces<WholeDunningAccountResource>().Fails(StatusCodes.Status404NotFound);

        accounts.MapPost("/{id}/except", async (Guid id, ExceptBody body, IDunningDesk desk, CancellationToken token) => await AnswerAsync(desk, id, await desk.ExceptAsync(id, body.UntilOn, body.Reason ?? "", token), token))
            .WithName("exceptFromIsolir").Needs(DunningPermissions.DunningManage).NeedsIdempotencyKey()
            .WithSummary("Never isolate an account, for good or until a day")
            .Produces<WholeDunningAccountResource>().Fails(StatusCodes.Status404NotFound);

        accounts.MapPost("/{id}/end-exception", async (Guid id, DunningReasonBody body, IDunningDesk desk, CancellationToken token) => await AnswerAsync(desk, id, await desk.EndExceptionAsync(id, body.Reason ?? "", token), token))
            .WithName("endIsolirException").Needs(DunningPermissions.DunningManage).NeedsIdempotencyKey()
            .WithSummary("Isolate an account like others again")
            .Produces<WholeDunningAccountResource>().Fails(StatusCodes.Status404NotFound);

        accounts.MapPost("/{id}/restore", async (Guid id, RestoreBody body, IDunningDesk desk, CancellationToken token) => await AnswerAsync(desk, id, await desk.RestoreAsync(id, body.WaiveFee, body.Reason ?? "", token), token))
            .WithName("restoreAccount").Needs(DunningPermissions.DunningManage).NeedsIdempotencyKey()
            .WithSummary("Let isolated lines come back though bills are overdue")
            .Produces<WholeDunningAccountResource>().Fails(StatusCodes.Status404NotFound);

        api.MapGet("/promises", PromisesAsync).WithTags("Dunning").WithName("listPromises").Needs(DunningPermissions.DunningRead)
            .WithSummary("List promises and instalments, the newest first")
            .AnswersPage<PromiseResource>();

        api.MapGet("/late-fees", LateFeesAsync).WithTags("Dunning").WithName("listLateFees").Needs(DunningPermissions.DunningRead)
            .WithSummary("List the late fees that are charged with the next look")
            .AnswersPage<LateFeeResource>();

        api.MapPost("/invoices/{id}/waive-late-fee", async (Guid id, DunningReasonBody body, IDunningDesk desk, CancellationToken token) => ApiResults.NoContent(await desk.WaiveLateFeeAsync(id, body.Reason ?? "", token)))
            .WithTags("Dunning").WithName("waiveLateFee").Needs(DunningPermissions.DunningManage).NeedsIdempotencyKey()
            .WithSummary("Do not charge the late fee that is due on a bill")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only accounts at this stage.")] EnumWord<DunningStage>? stage,
        [FromQuery, Description("Only accounts that are not isolated for this reason.")] EnumWord<DunningObstacle>? obstacle,
        IDunningDesk desk,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var (wantedStage, wantedObstacle) = (stage.Read("stage"), obstacle.Read("obstacle"));
        return (page.Error ?? wantedStage.Error ?? wantedObstacle.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await desk.ListAsync(new DunningFilter(wantedStage.Value, wantedObstacle.Value), page.Value, cancellationToken), DunningAccountResource.Of);
    }

    private static async Task<IResult> PromiseAsync(Guid id, MakePromiseBody body, IDunningDesk desk, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.Parts is not { Count: > 0 } parts)
        {
            return ApiResults.Problem(ApiErrors.Field("parts", "common.required"));
        }

        if (parts.Any(part => part.DueOn is null || part.Amount is null))
        {
            return ApiResults.Problem(ApiErrors.Field(parts.Any(part => part.DueOn is null) ? "dueOn" : "amount", "common.required"));
        }

        var request = new MakePromiseRequest([.. parts.Select(part => new PromisePart(part.DueOn!.Value, Money.Idr(part.Amount!.Value)))], body.Reason ?? "");
        var made = await desk.PromiseAsync(body.Id ?? Ids.New(clock), id, request, cancellationToken);
        var account = made.Succeeded ? await desk.GetAsync(id, cancellationToken) : made.Error;
        return account.Succeeded ? TypedResults.Created($"/api/v1/dunning-accounts/{id}", WholeDunningAccountResource.Of(account.Value)) : ApiResults.Problem(account.Error);
    }

    private static async Task<IResult> PromisesAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only of this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only those of which this became.")] EnumWord<PromiseState>? state,
        IDunningDesk desk,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        var wanted = state.Read("state");
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await desk.PromisesAsync(billingAccountId, wanted.Value, page.Value, cancellationToken), PromiseResource.Of);
    }

    private static async Task<IResult> LateFeesAsync([AsParameters] ListParameters list, IDunningDesk desk, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await desk.LateFeesAsync(page.Value, cancellationToken), LateFeeResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> AnswerAsync(IDunningDesk desk, Guid id, Result done, CancellationToken cancellationToken) =>
        done.Succeeded ? ApiResults.Ok(await desk.GetAsync(id, cancellationToken), WholeDunningAccountResource.Of) : ApiResults.Problem(done.Error);
}
