using System.ComponentModel;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/revenue.</summary>
internal static class RevenueEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapRevenue(this IEndpointRouteBuilder api)
    {
        var revenue = api.MapGroup("/revenue").WithTags("Ledger");

        revenue.MapGet("/", MonthsAsync).WithName("getRevenue").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("What each month earned, its lines, ARPU and churn")
            .WithDescription("Without months: the last twelve.")
            .Produces<RevenueResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

        revenue.MapGet("/shares", SharesAsync).WithName("listRevenueShares").Needs(LedgerPermissions.LedgerRead)
            .WithSummary("List what was billed by plan or area, the largest first")
            .AnswersPage<RevenueShareResource>();
    }

    private static async Task<IResult> MonthsAsync(
        [FromQuery, Description("The first month, as yyyy-MM.")] string? from, [FromQuery, Description("The last month.")] string? to, IRevenue revenue, CancellationToken cancellationToken)
    {
        var period = PeriodOf(from, to);
        return period.Succeeded ? ApiResults.Ok(await revenue.GetMonthsAsync(period.Value, cancellationToken), RevenueResource.Of) : ApiResults.Problem(period.Error);
    }

    private static async Task<IResult> SharesAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("By plan (default) or area.")] EnumWord<RevenueGroup>? by,
        [FromQuery, Description("The first month, as yyyy-MM.")] string? from,
        [FromQuery, Description("The last month.")] string? to,
        IRevenue revenue,
        CancellationToken cancellationToken)
    {
        var (page, group, period) = (list.Read(NoSorts), by.Read("by"), PeriodOf(from, to));
        return (page.Error ?? group.Error ?? period.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await revenue.SharesAsync(group.Value ?? RevenueGroup.Plan, period.Value, page.Value, cancellationToken), RevenueShareResource.Of);
    }

    private static Result<RevenuePeriod?> PeriodOf(string? from, string? to)
    {
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to))
        {
            return Result.Of<RevenuePeriod?>(null);
        }

        return TaxMonth.Parse(from) is not { } first ? ApiErrors.Field("from", "common.not_allowed")
            : TaxMonth.Parse(to) is not { } last ? ApiErrors.Field("to", "common.not_allowed")
            : new RevenuePeriod(first, last);
    }
}
