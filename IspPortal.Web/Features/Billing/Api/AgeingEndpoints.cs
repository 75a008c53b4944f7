using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/ageing.</summary>
internal static class AgeingEndpoints
{
    private static readonly string[] Sorts = ["total", "current", "days30", "days60", "days90", "older", "oldest", "account"];

    public static void MapAgeing(this IEndpointRouteBuilder api)
    {
        var ageing = api.MapGroup("/ageing").WithTags("Ledger");

        ageing.MapGet("/", ListAsync).WithName("listAgeing").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("List what billing accounts owe by how late it is, those that owe most first")
            .WithDescription("Search finds the beginning of the number or name of the account or the customer. Sorts: total, current, days30, days60, days90, older, oldest, account.")
            .AnswersPage<AgeingResource>();

        ageing.MapGet("/totals", TotalsAsync).WithName("getAgeingTotals").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("What the same accounts owe together")
            .Produces<AgeingTotalsResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, [AsParameters] AgeingParameters wanted, IAgeing ageing, CancellationToken cancellationToken)
    {
        var (page, filter) = (list.Read(Sorts), wanted.Read());
        return (page.Error ?? filter.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await ageing.ListAsync(filter.Value, Largest(page.Value), cancellationToken), AgeingResource.Of);
    }

    private static async Task<IResult> TotalsAsync([AsParameters] ListParameters list, [AsParameters] AgeingParameters wanted, IAgeing ageing, CancellationToken cancellationToken)
    {
        var (page, filter) = (list.Read(Sorts), wanted.Read());
        return (page.Error ?? filter.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Ok(await ageing.TotalsAsync(filter.Value, page.Value, cancellationToken), AgeingTotalsResource.Of);
    }

    private static Core.Common.Paging.PageRequest Largest(Core.Common.Paging.PageRequest page) => page.Sort is null ? page with { Sort = "total", Descending = true } : page;
}
