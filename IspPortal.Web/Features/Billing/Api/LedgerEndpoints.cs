using System.ComponentModel;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/ledger-entries, the statement of a billing account, the trial balance and the closings of days.</summary>
internal static class LedgerEndpoints
{
    private static readonly string[] Sorts = ["posted"];
    private static readonly string[] NoSorts = [];

    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger-entries", ListAsync).WithTags("Ledger").WithName("listLedgerEntries").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("List debits and credits by the day that they were posted to")
            .WithDescription("Search finds the beginning of a document's number. Sorts: posted. The entries of one transactionId add up to zero.")
            .AnswersPage<LedgerEntryResource>();

        api.MapGet("/billing-accounts/{id}/statement", StatementAsync).WithTags("Ledger").WithName("getStatement").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("What a billing account owed, was billed and paid in a period")
            .Produces<StatementResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/trial-balance", TrialBalanceAsync).WithTags("Ledger").WithName("getTrialBalance").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("Every account at the end of a day")
            .Produces<TrialBalanceResource>().Fails(StatusCodes.Status400BadRequest);

        var closings = api.MapGroup("/day-closings").WithTags("Ledger");

        closings.MapGet("/", ClosingsAsync).WithName("listDayClosings").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("List closed days, the latest first")
            .AnswersPage<DayClosingResource>();

        closings.MapGet("/preview", PreviewAsync).WithName("previewDayClosing").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("What a closing of a day would hold now")
            .WithDescription("Without a day: the first one that is not closed and has postings, else today.")
            .Produces<DayTotalsResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);

        closings.MapPost("/", CloseAsync).WithName("closeDay").Needs(LedgerPermissions.LedgerClose).NeedsIdempotencyKey()
            .WithSummary("Close a day and every day before it, for good")
            .WithDescription("A closed day takes no more postings: what comes late is posted to the first open day and keeps its time.")
            .Produces<DayClosingResource>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only entries on this account.")] EnumWord<LedgerAccount>? account,
        [FromQuery, Description("Only entries of this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only entries of such postings.")] EnumWord<LedgerKind>? kind,
        [FromQuery, Description("Only entries posted on that day or later.")] DateOnly? from,
        [FromQuery, Description("Only entries posted on that day or earlier.")] DateOnly? to,
        [FromQuery, Description("Only entries about this invoice.")] Guid? invoiceId,
        [FromQuery, Description("Only entries of this posting.")] Guid? transactionId,
        ILedgerDirectory ledger,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var (wantedAccount, wantedKind) = (account.Read("account"), kind.Read("kind"));
        return (page.Error ?? wantedAccount.Error ?? wantedKind.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await ledger.ListAsync(new LedgerFilter(wantedAccount.Value, billingAccountId, wantedKind.Value, from, to, invoiceId, transactionId), page.Value, cancellationToken), LedgerEntryResource.Of);
    }

    private static async Task<IResult> StatementAsync(
        Guid id,
        [FromQuery, Description("The first day; without one a year before the last.")] DateOnly? from,
        [FromQuery, Description("The last day; without one today.")] DateOnly? to,
        ILedgerDirectory ledger,
        CancellationToken cancellationToken)
    {
        Result<DateOnly> last = to is { } day ? day : await ledger.GetTodayAsync(cancellationToken);
        return last.Succeeded
            ? ApiResults.Ok(await ledger.GetStatementAsync(id, from ?? LedgerWords.YearBefore(last.Value), last.Value, cancellationToken), StatementResource.Of)
            : ApiResults.Problem(last.Error);
    }

    private static async Task<IResult> TrialBalanceAsync([FromQuery, Description("The day; without one today.")] DateOnly? on, ILedgerDirectory ledger, CancellationToken cancellationToken)
    {
        Result<DateOnly> day = on is { } wanted ? wanted : await ledger.GetTodayAsync(cancellationToken);
        return day.Succeeded ? ApiResults.Ok(await ledger.GetTrialBalanceAsync(day.Value, cancellationToken), TrialBalanceResource.Of) : ApiResults.Problem(day.Error);
    }

    private static async Task<IResult> ClosingsAsync([AsParameters] ListParameters list, IDayClosing closing, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await closing.ListAsync(page.Value, cancellationToken), DayClosingResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> PreviewAsync([FromQuery, Description("The day.")] DateOnly? on, IDayClosing closing, CancellationToken cancellationToken)
    {
        Result<DateOnly> day = on is { } wanted ? wanted : await closing.GetOpenDayAsync(cancellationToken);
        return day.Succeeded ? ApiResults.Ok(await closing.PreviewAsync(day.Value, cancellationToken), DayTotalsResource.Of) : ApiResults.Problem(day.Error);
    }

    private static async Task<IResult> CloseAsync(CloseDayBody body, IDayClosing closing, CancellationToken cancellationToken)
    {
        if (body.On is not { } on || body.Postings is not { } postings)
        {
            return ApiResults.Problem(ApiErrors.Field(body.On is null ? "on" : "postings", "common.required"));
        }

        var closed = await closing.CloseAsync(new CloseDayRequest(on, postings, body.Note), cancellationToken);
        return closed.Succeeded ? TypedResults.Created("/api/v1/day-closings", DayClosingResource.Of(closed.Value)) : ApiResults.Problem(closed.Error);
    }
}
