using System.ComponentModel;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Runs;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/leaks.</summary>
internal static class LeakEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapLeaks(this IEndpointRouteBuilder api)
    {
        var leaks = api.MapGroup("/leaks").WithTags("Billing runs");

        leaks.MapGet("/", ListAsync).WithName("listLeaks").Needs(BillingPermissions.BillingRead)
            .WithSummary("List findings of one kind where money is lost")
            .WithDescription("Search finds the beginning of a line's number or name on the router.")
            .AnswersPage<LeakResource>();

        leaks.MapGet("/totals", async (ILeaks found, CancellationToken token) => ApiResults.Ok(await found.TotalsAsync(token), totals => totals.Select(LeakTotalResource.Of).ToArray()))
            .WithName("getLeakTotals").Needs(BillingPermissions.BillingRead)
            .WithSummary("What each kind comes to in a month")
            .Produces<LeakTotalResource[]>();
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, [FromQuery, Description("The kind; without one lines that are online and not billed.")] EnumWord<LeakKind>? kind, ILeaks leaks, CancellationToken cancellationToken)
    {
        var (page, wanted) = (list.Read(NoSorts), kind.Read("kind"));
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await leaks.ListAsync(wanted.Value ?? LeakKind.OnlineNotBilled, page.Value, cancellationToken), LeakResource.Of);
    }
}
